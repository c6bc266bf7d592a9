import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.conditions`: the ClusterManager says that the hub is as it should be.
struct OCMConditionsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.conditions", .installation, "the ClusterManager reports no trouble",
    meaning: """
      Reads the conditions that OCM's operator sets on the ClusterManager: Applied, Progressing, HubRegistrationDegraded \
      and HubPlacementDegraded.
      """,
    warns: "components are being rolled out.",
    fails: "the operator could not apply the components, or one of them does not run.",
    remedies: [
      "read the condition's message; hub.ocm.components shows which pods lack",
      "mcctl init brings the installation back to what it should be",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    guard let manager = try await context.clusterManager() else {
      return .skip(NoClusterManager().description)
    }
    guard let unmet = manager.firstUnmetCondition else {
      return .pass("Applied, up to date, healthy")
    }
    let said = unmet.found.map { "\($0.status.rawValue): \($0.reason): \($0.message)" } ?? "not set"
    let message = "\(unmet.type) is \(said)"
    let next = [context.inspect(manager.reference)]
    return unmet.type == Names.ConditionType.operatorProgressing
      ? .warn(message, next: next) : .fail(message, next: next)
  }
}
