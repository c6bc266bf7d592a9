import KubernetesClient
import OpenClusterManagement

/// `fleet.reachable`: the agents of joined clusters are alive.
struct ClustersReachableCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.reachable", .fleet, "the agents of joined clusters are alive",
    meaning: """
      Counts clusters that have joined and whose condition ManagedClusterConditionAvailable is not True: Unknown when \
      the agent stopped renewing its lease, False when it reports that its own API server does not answer.
      """,
    warns: "some are not available.",
    fails:
      "none of the joined clusters is available, which is more likely the hub's fault than theirs.",
    remedies: [
      "mcctl status NAME tells since when, and mcctl check cluster NAME what can be seen from here",
      "when all are lost at once, look at the hub's address, certificate and registration component",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let joined = try await context.clusters().filter {
      !$0.isBeingDeleted && $0.condition(Names.ConditionType.joined)?.isTrue == true
    }
    let lost = joined.filter { $0.condition(Names.ConditionType.available)?.isTrue != true }
    guard let first = lost.first else { return .pass("all \(joined.count)") }
    let details = lost.map { cluster in
      let condition = cluster.condition(Names.ConditionType.available)
      let since =
        condition?.lastTransitionTime.map { ", \(context.options.distance(to: $0))" } ?? ""
      return "\(cluster.name): \(condition?.reason ?? "never reported")\(since)"
    }
    let next = ["mcctl check cluster \(first.name) --context \(context.contextName)"]
    let words = "\(lost.count) of \(joined.count) are not available"
    return lost.count == joined.count && lost.count > 1
      ? .fail(words, details: details, next: next) : .warn(words, details: details, next: next)
  }
}
