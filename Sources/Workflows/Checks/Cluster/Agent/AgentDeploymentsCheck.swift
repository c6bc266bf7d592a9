import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `agent.deployments`: the agent's pods run.
struct AgentDeploymentsCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.deployments", .agent, "the agent's pods run",
    meaning: """
      Looks at the Deployments in the agent's namespace: one for everything in the singleton modes, one for registration \
      and one for works in the others. The one for works has no replicas until the agent has its certificate.
      """,
    warns: "fewer pods run than are wanted.",
    fails: "a Deployment is missing or has no pod that works.",
    remedies: [
      "look why the pods do not run: image, registry, node, quota or admission",
      "mcctl import NAME with --image-registry takes the images from another registry",
    ])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let klusterlet = try await context.klusterlet() else {
      return .skip("there is no Klusterlet")
    }
    let namespace = klusterlet.agentNamespace
    let states = try await context.cluster().list(.deployments, namespace: namespace)
      .map(DeploymentState.init)
    let registering = Names.Deployment.registering(klusterlet: klusterlet.name)
    guard states.contains(where: { registering.contains($0.name) }) else {
      return .fail("there is no Deployment of the agent in \(namespace)")
    }
    if let down = states.first(where: \.isDown) {
      return try await AgentDeploymentDiagnosis(context).failure(in: namespace, down)
    }
    let short = states.filter(\.isShort)
    guard short.isEmpty else {
      return .warn(
        "\(short.count) of \(states.count) have fewer pods than they want",
        details: short.map { "\($0.name): \($0.words)" })
    }
    return .pass(states.map { "\($0.name) \($0.available)/\($0.wanted)" }.joined(separator: ", "))
  }
}
