import Documents

/// Shows the state of a cluster's addons in the labels of the cluster (OCM registration,
/// hub/addon/discovery_controller).
struct AddonLabelController: Sendable {
  let hub: HubContext

  var controller: Controller {
    hub.controller(
      "addonlabels",
      [
        Controller.Source(.managedClusters),
        Controller.Source(.managedClusterAddOns, keys: HubContext.namespaceOwner),
      ], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    let addons = try await hub.client.items(.managedClusterAddOns, name)
      .filter { !$0.isTerminating }
    try await hub.client.modify(.managedClusters, name) { cluster in
      guard !cluster.isTerminating, cluster.condition(ClusterConditions.available) != nil else {
        return
      }
      let names = Set(addons.map { OCM.addonFeaturePrefix + $0.objectName })
      for key in cluster.objectLabels.keys
      where key.hasPrefix(OCM.addonFeaturePrefix) && !names.contains(key) {
        cluster.set(nil, at: "metadata", "labels", key)
      }
      for addon in addons {
        cluster.set(
          .string(Self.state(of: addon)), at: "metadata", "labels",
          OCM.addonFeaturePrefix + addon.objectName)
      }
    }
    return .settled
  }

  private static func state(of addon: Value) -> String {
    switch addon.condition("Available")?["status"]?.string {
    case "True": "available"
    case "False": "unhealthy"
    default: "unreachable"
    }
  }
}

/// Makes the addons of a cluster unknown with the cluster (OCM registration,
/// hub/addon/healthcheck_controller).
struct AddonHealthController: Sendable {
  let hub: HubContext

  var controller: Controller {
    hub.controller("addonhealth", [Controller.Source(.managedClusters)], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let cluster = try await hub.client.find(.managedClusters, name),
      cluster.hasCondition(ClusterConditions.available, .unknown),
      let available = cluster.condition(ClusterConditions.available)
    else { return .settled }
    let condition = StatusCondition(
      "Available", .unknown, available["reason"]?.string ?? "",
      available["message"]?.string ?? "")
    for addon in try await hub.client.items(.managedClusterAddOns, name) {
      try await hub.client.modify(
        .managedClusterAddOns, addon.objectName, name, subresource: "status"
      ) { $0.setCondition(condition) }
    }
    return .settled
  }
}
