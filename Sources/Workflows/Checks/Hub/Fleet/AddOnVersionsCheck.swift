import Documents
import KubernetesClient
import OpenClusterManagement

/// `fleet.addon-versions`: one configuration of each addon is on all clusters.
struct AddOnVersionsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.addon-versions", .fleet, "addons are the same everywhere",
    meaning: """
      An addon has no version of its own; what it consists of follows from its template and configuration. Compares, for \
      every addon, the configuration that is wanted with the one last applied (status.configReferences), and whether an \
      addon is known to the hub at all (ClusterManagementAddOn).
      """,
    warns:
      "a cluster has an older configuration than is wanted, or an addon that the hub does not offer.",
    remedies: [
      "wait for the rollout, or look why it does not go on: condition Progressing of the addon",
      "install the addon's controller again, or delete the ManagedClusterAddOns that it left",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let addOns = try await context.reads.list(.managedClusterAddOns, ListOptions(fromCache: true))
      .map(ManagedClusterAddOn.init).filter { !$0.isBeingDeleted }
    let offered = Set(
      try await context.reads.list(.clusterManagementAddOns)
        .compactMap { $0.at("metadata", "name")?.string })
    let details = addOns.compactMap { addOn -> String? in
      let place = "\(addOn.namespace ?? "")/\(addOn.name)"
      if !offered.contains(addOn.name), addOn.name != UnregisterPhase.holdingAddOnName {
        return "\(place): the hub offers no such addon"
      }
      return addOn.isBehind ? "\(place): not brought to the configuration that is wanted" : nil
    }
    guard !details.isEmpty else {
      return .pass(
        addOns.isEmpty ? "there are none" : "all \(addOns.count), of \(offered.count) addons")
    }
    return .warn("\(details.count) of \(addOns.count) differ", details: details)
  }
}

extension ManagedClusterAddOn {
  /// A configuration that is wanted differs from the one applied last.
  fileprivate var isBehind: Bool {
    (value.at("status", "configReferences")?.array ?? []).contains { reference in
      guard let wanted = reference.at("desiredConfig", "specHash")?.string, !wanted.isEmpty else {
        return false
      }
      return reference.at("lastAppliedConfig", "specHash")?.string != wanted
    }
  }
}
