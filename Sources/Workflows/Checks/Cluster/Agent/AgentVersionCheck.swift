import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `agent.version`: the agent is not newer, nor much older, than the hub.
struct AgentVersionCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.version", .agent, "the agent's release fits the hub's",
    meaning: """
      Compares the image tags of the agent with that of the hub's registration component. OCM supports an agent as old \
      as the hub or older; a newer one may use what the hub does not know.
      """,
    warns:
      "the agent is newer than the hub, more than two minor releases older, or its tag names no release.",
    remedies: ["mcctl import NAME brings the agent to the release that mcctl installs"])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let klusterlet = try await context.klusterlet() else {
      return .skip("there is no Klusterlet")
    }
    let deployments = try await context.cluster().list(
      .deployments, namespace: klusterlet.agentNamespace
    ).map(DeploymentState.init)
    let image =
      deployments.first { !$0.images.isEmpty }?.images.first ?? klusterlet.agentImage ?? ""
    guard let agent = ImageTag.version(image) else {
      return .warn("\(image.isEmpty ? "the agent's image" : image) names no release")
    }
    let manager = try await context.hubReads.list(.clusterManagers).first.map(ClusterManager.init)
    guard let hub = manager?.registrationImage.flatMap(ImageTag.version) else {
      return .pass("OCM \(agent); the hub's release is not known")
    }
    return AgentSkew(agent: agent, hub: hub).verdict
  }
}

/// How far the releases of agent and hub are apart.
struct AgentSkew: Sendable {
  let agent: OCMVersion
  let hub: OCMVersion

  /// A minor release that is further behind has been out of support for a while.
  private static let supportedMinors = 2

  /// In words; nil when they fit.
  var trouble: String? {
    if (agent.major, agent.minor) > (hub.major, hub.minor) { return "newer than the hub's \(hub)" }
    guard agent.major == hub.major else { return "of an older series than the hub's \(hub)" }
    let behind = hub.minor - agent.minor
    return behind > Self.supportedMinors ? "\(behind) minor releases behind the hub's \(hub)" : nil
  }

  var verdict: CheckVerdict {
    guard let trouble else { return .pass("OCM \(agent), hub \(hub)") }
    return .warn("OCM \(agent) is \(trouble)")
  }
}
