import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.components`: every component of the hub has its pods.
struct OCMComponentsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.components", .installation, "the hub's components run",
    meaning: """
      Looks at the Deployments in the namespace of the hub's components: registration, placement, addons, and the \
      webhooks in front of them. Without registration no cluster is accepted, and no lost one noticed.
      """,
    warns: "a component has fewer pods than it wants.",
    fails: "a component has none.",
    remedies: [
      "look why the pods do not run: image, registry, node or quota",
      "mcctl init with --image-registry takes the images from another registry",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    guard let manager = try await context.clusterManager() else {
      return .skip(NoClusterManager().description)
    }
    let states = try await context.components().map(DeploymentState.init)
    guard !states.isEmpty else {
      return .fail("there are no Deployments in \(manager.hubNamespace)")
    }
    let down = states.filter(\.isDown)
    let short = states.filter { $0.isShort && !$0.isDown }
    let details = (down + short).map { "\($0.name): \($0.words)" }
    guard down.isEmpty else {
      let diagnosis = DeploymentDiagnosis(
        reader: context.reader, location: context.location, goal: "the hub's components")
      let fact = try await diagnosis.cause(in: manager.hubNamespace)
      return .fail(
        "\(down.count) of \(states.count) have no pod that works"
          + (fact.map { "; \($0.reason)" } ?? ""),
        details: details, next: fact?.inspect.map { [$0] } ?? [])
    }
    return short.isEmpty
      ? .pass("\(states.count) Deployments, all available")
      : .warn("\(short.count) of \(states.count) have fewer pods than they want", details: details)
  }
}
