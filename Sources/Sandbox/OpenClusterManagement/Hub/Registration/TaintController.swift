import Documents

/// Keeps the taints that tell placements of clusters that are not available (OCM registration,
/// hub/taint).
struct TaintController: Sendable {
  let hub: HubContext

  var controller: Controller {
    hub.controller("taint", [Controller.Source(.managedClusters)], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    try await hub.client.modify(.managedClusters, name) { cluster in
      guard !cluster.isTerminating else { return }
      switch cluster.condition(ClusterConditions.available)?["status"]?.string {
      case "True": cluster.setTaint(nil)
      case "False": cluster.setTaint(OCM.unavailableTaint)
      default: cluster.setTaint(OCM.unreachableTaint)
      }
    }
    return .settled
  }
}

extension Value {
  /// Leaves `key` as the only one of the two taints about availability, or none when it is nil.
  fileprivate mutating func setTaint(_ key: String?) {
    let old = at("spec", "taints")?.array ?? []
    var taints = old.filter { taint in
      let present = taint["key"]?.string
      return present == key
        || present != OCM.unavailableTaint && present != OCM.unreachableTaint
    }
    if let key, !taints.contains(where: { $0["key"]?.string == key }) {
      taints.append(["effect": "NoSelect", "key": .string(key)])
    }
    if taints != old { set(taints.isEmpty ? nil : .array(taints), at: "spec", "taints") }
  }
}

/// Keeps the ClusterRoles that the bindings of all clusters refer to, while there is any cluster
/// (OCM registration, hub/clusterrole).
struct CommonRolesController: Sendable {
  let hub: HubContext

  var controller: Controller {
    let common: @Sendable (String, Value) -> [String] = { _, role in
      [ClusterPermissions.registrationRole, ClusterPermissions.workRole]
        .contains(role.objectName) ? [""] : []
    }
    return hub.controller(
      "clusterrole",
      [
        Controller.Source(.managedClusters, keys: { _, _ in [""] }),
        Controller.Source(.clusterRoles, keys: common),
      ], reconcile)
  }

  func reconcile(_: String) async throws -> Controller.Outcome {
    let isNeeded = try await !hub.client.items(.managedClusters).isEmpty
    for role in ClusterPermissions.commonRoles {
      if isNeeded {
        try await hub.client.ensure(.clusterRoles, role)
      } else {
        try await hub.client.ensureAbsent(.clusterRoles, role.objectName)
      }
    }
    return .settled
  }
}
