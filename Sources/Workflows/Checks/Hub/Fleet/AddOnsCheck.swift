import KubernetesClient
import OpenClusterManagement

/// `fleet.addons`: addons work on the clusters that have them.
struct AddOnsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.addons", .fleet, "addons work",
    meaning: """
      Reads every ManagedClusterAddOn: whether its agent is available, and whether it was brought to the configuration \
      that is wanted. Addons of clusters that are not available themselves are left out.
      """,
    warns: "an addon is not available, degraded, or was not installed.",
    remedies: [
      "read the addon's conditions: kubectl -n NAME get managedclusteraddons ADDON -o yaml",
      "look whether the addon's own controller runs on the hub",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let lost = Set(
      try await context.clusters()
        .filter { $0.condition(Names.ConditionType.available)?.isTrue != true }.map(\.name))
    let all = try await context.reads.list(.managedClusterAddOns, ListOptions(fromCache: true))
      .map(ManagedClusterAddOn.init).filter { !lost.contains($0.namespace ?? "") }
    let doubts = all.compactMap { addOn -> (ManagedClusterAddOn, String)? in
      addOn.trouble.map { (addOn, $0) }
    }
    guard let first = doubts.first else {
      return .pass(all.isEmpty ? "there are none" : "all \(all.count)")
    }
    return .warn(
      "\(doubts.count) of \(all.count) do not",
      details: doubts.map { "\($0.0.namespace ?? "")/\($0.0.name): \($0.1)" },
      next: [context.inspect(first.0.reference)])
  }
}

extension ManagedClusterAddOn {
  /// What an addon's conditions complain of; nil when it works, and while it is being deleted.
  var trouble: String? {
    guard !isBeingDeleted else { return nil }
    if let degraded = condition("Degraded"), degraded.isTrue { return words(degraded) }
    guard let available = condition(Names.ConditionType.addOnAvailable) else {
      for type in ["ManifestApplied", "RegistrationApplied", "Configured"] {
        if let condition = condition(type), condition.status == .isFalse { return words(condition) }
      }
      return "nobody has said that it is available"
    }
    return available.isTrue ? nil : words(available)
  }

  private func words(_ condition: Condition) -> String {
    let text = condition.message.isEmpty ? condition.reason : condition.message
    return "\(condition.type) is \(condition.status.rawValue): \(text)"
  }
}
