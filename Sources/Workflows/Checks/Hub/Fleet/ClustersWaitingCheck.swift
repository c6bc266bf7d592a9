import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `fleet.waiting`: no cluster waits to be accepted, or for its agent, for long.
struct ClustersWaitingCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.waiting", .fleet, "no cluster waits to be let in",
    meaning: """
      Counts clusters that are recorded on the hub for more than an hour and have not joined: nobody accepted them, or \
      their agent has not been there.
      """,
    warns: "some wait.",
    remedies: [
      "mcctl accept NAME lets a cluster in whose agent asks",
      "mcctl status NAME tells what it waits for; mcctl delete NAME --hub-only removes a record that is of no use",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let now = context.options.now()
    let waiting = try await context.clusters().compactMap { cluster -> (ManagedCluster, String)? in
      guard !cluster.isBeingDeleted, let created = cluster.creationTimestamp,
        now.timeIntervalSince(created) > 3600,
        let blocker = RegistrationState.evaluate(cluster, now: now).blocker,
        [.accepted, .joined].contains(blocker.requirement)
      else { return nil }
      return (cluster, "\(blocker.reason.rawValue), \(context.options.distance(to: created))")
    }
    guard let first = waiting.first else { return .pass("none") }
    return .warn(
      "\(waiting.count) \(waiting.count == 1 ? "waits" : "wait") for more than an hour",
      details: waiting.map { "\($0.0.name): \($0.1)" },
      next: ["mcctl status \(first.0.name) --context \(context.contextName)"])
  }
}
