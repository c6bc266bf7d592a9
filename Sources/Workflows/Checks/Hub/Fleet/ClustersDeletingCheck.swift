import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `fleet.deleting`: no deletion of a cluster is stuck.
struct ClustersDeletingCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.deleting", .fleet, "no deletion is stuck",
    meaning: """
      Counts clusters whose deletion was asked for more than ten minutes ago. Each finalizer that is left belongs to \
      somebody who has work to do first.
      """,
    warns: "some are not gone yet.",
    remedies: [
      "mcctl delete NAME goes on with it; it waits for the finalizers of others and shows them",
      "for a cluster that is lost: mcctl delete NAME --hub-only",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let now = context.options.now()
    let stuck = try await context.clusters().filter { cluster in
      guard let since = cluster.deletionTimestamp else { return cluster.isBeingDeleted }
      return now.timeIntervalSince(since) > 600
    }
    guard let first = stuck.first else { return .pass("none") }
    return .warn(
      "\(stuck.count) \(stuck.count == 1 ? "is" : "are") not gone after ten minutes",
      details: stuck.map { cluster in
        let since = cluster.deletionTimestamp.map { context.options.distance(to: $0) } ?? "?"
        return "\(cluster.name): \(since), held by \(cluster.finalizers.joined(separator: ", "))"
      }, next: ["mcctl delete \(first.name) --context \(context.contextName)"])
  }
}
