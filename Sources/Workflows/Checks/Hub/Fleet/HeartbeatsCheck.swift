import KubernetesClient
import OpenClusterManagement

/// `fleet.heartbeats`: the hub notices when an agent falls silent.
struct HeartbeatsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.heartbeats", .fleet, "what the hub says of agents agrees with their leases",
    meaning: """
      Compares the leases that agents renew with the condition Available. A cluster that the hub calls available although \
      its lease is older than the hub should tolerate means that nobody on the hub looks at leases, or that clocks differ.
      """,
    warns: "an agent's clock differs so much from the hub's that it stopped reporting.",
    fails: "clusters are called available whose agents have been silent for too long.",
    remedies: [
      "see whether the hub's registration component runs (hub.ocm.components)",
      "have clocks set by NTP on both sides",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let leases = try await context.leases()
    let now = context.options.now()
    var stale: [String] = []
    var skewed: [String] = []
    for cluster in try await context.clusters() where !cluster.isBeingDeleted {
      let state = RegistrationState.evaluate(cluster, lease: leases[cluster.name], now: now)
      for warning in state.warnings {
        switch warning {
        case .staleHeartbeat(let last, _):
          stale.append("\(cluster.name): silent for \(context.options.distance(to: last))")
        case .clockNotSynced(let words): skewed.append("\(cluster.name): \(words)")
        default: continue
        }
      }
    }
    if !stale.isEmpty {
      return .fail("\(stale.count) are called available and have been silent", details: stale)
    }
    if !skewed.isEmpty {
      return .warn("the clocks of \(skewed.count) differ from the hub's", details: skewed)
    }
    return .pass("\(leases.count) leases")
  }
}
