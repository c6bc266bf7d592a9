import KubernetesClient
import OpenClusterManagement

/// `fleet.gates`: somebody looks after every readiness gate.
struct FleetGatesCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.gates", .fleet, "every readiness gate is looked after",
    meaning: """
      A readiness gate keeps a cluster from being registered until somebody sets its condition to True. Looks for gates \
      that nobody has set on clusters that are available: their controller may not run, or the gate's name be mistyped.
      """,
    warns: "a gate has never been set.",
    remedies: [
      "start whatever looks after the gate, or set it: mcctl gate set NAME TYPE --status True",
      "mcctl gate remove NAME TYPE takes it off",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let available = try await context.clusters().filter {
      $0.condition(Names.ConditionType.available)?.isTrue == true
    }
    let rows = available.flatMap(GateRow.rows)
    let unset = rows.filter { $0.condition == nil }
    guard let first = unset.first else {
      return .pass(rows.isEmpty ? "there are none" : "all \(rows.count) have been set")
    }
    return .warn(
      "\(unset.count) of \(rows.count) have never been set",
      details: unset.map { "\($0.cluster): \($0.type)" },
      next: ["mcctl gate list \(first.cluster) --context \(context.contextName)"])
  }
}
