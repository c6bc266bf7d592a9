import Documents

/// Keeps the sets `default` and `global`, and tells of every set whether it is empty
/// (OCM registration, hub/managedclusterset).
struct ClusterSetController: Sendable {
  let hub: HubContext

  private static let standard: [String: Value] = [
    "default": ["selectorType": "ExclusiveClusterSetLabel"],
    "global": ["labelSelector": [:], "selectorType": "LabelSelector"],
  ]

  var controller: Controller {
    hub.controller(
      "clusterset",
      [
        Controller.Source(.managedClusterSets, keys: { [$1.objectName] }),
        Controller.Source(.managedClusters, keys: { _, _ in ["*"] }),
      ], initialKeys: Self.standard.keys.sorted(), reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    if name == "*" {
      for set in try await hub.client.items(.managedClusterSets) { try await report(set) }
      return .settled
    }
    if let selector = Self.standard[name] { try await keep(name, selector) }
    if let set = try await hub.client.find(.managedClusterSets, name) { try await report(set) }
    return .settled
  }

  private func keep(_ name: String, _ selector: Value) async throws {
    guard let set = try await hub.client.find(.managedClusterSets, name) else {
      _ = try await hub.client.create(
        .managedClusterSets,
        [
          "apiVersion": .string(Kind.managedClusterSets.apiVersion), "kind": "ManagedClusterSet",
          "metadata": ["name": .string(name)], "spec": ["clusterSelector": selector],
        ], nil)
      return
    }
    guard !set.isTerminating, set.annotation(OCM.autoUpdate) != "false" else { return }
    try await hub.client.modify(.managedClusterSets, name) { object in
      if object.at("spec", "clusterSelector") != selector {
        object.set(selector, at: "spec", "clusterSelector")
      }
    }
  }

  private func report(_ set: Value) async throws {
    let count = try await hub.client.items(.managedClusters).filter {
      Self.holds(set, $0)
    }.count
    let condition =
      count == 0
      ? StatusCondition(
        "ClusterSetEmpty", .yes, "NoClusterMatched", "No ManagedCluster selected")
      : StatusCondition(
        "ClusterSetEmpty", .no, "ClustersSelected", "\(count) ManagedClusters selected")
    try await hub.client.modify(
      .managedClusterSets, set.objectName, subresource: "status"
    ) { $0.setCondition(condition) }
  }

  /// Whether a set selects a cluster.
  static func holds(_ set: Value, _ cluster: Value) -> Bool {
    let selector = set.at("spec", "clusterSelector")
    if selector?["selectorType"]?.string == "LabelSelector" {
      return LabelSelection(selector?["labelSelector"] ?? [:]).matches(cluster.objectLabels)
    }
    return cluster.label(OCM.clusterSetLabel) == set.objectName
  }
}

/// Tells of every binding of a set whether the set exists (OCM registration,
/// hub/managedclustersetbinding).
struct ClusterSetBindingController: Sendable {
  let hub: HubContext

  var controller: Controller {
    hub.controller(
      "clustersetbinding",
      [
        Controller.Source(.managedClusterSetBindings, keys: { [$1.objectName] }),
        Controller.Source(.managedClusterSets),
      ], reconcile)
  }

  func reconcile(_ set: String) async throws -> Controller.Outcome {
    let exists = try await hub.client.find(.managedClusterSets, set) != nil
    let condition =
      exists
      ? StatusCondition("Bound", .yes, "ClusterSetBound", "")
      : StatusCondition("Bound", .no, "ClusterSetNotFound", "")
    for binding in try await hub.client.items(.managedClusterSetBindings)
    where binding.at("spec", "clusterSet")?.string == set {
      try await hub.client.modify(
        .managedClusterSetBindings, binding.objectName, binding.objectNamespace,
        subresource: "status"
      ) { $0.setCondition(condition) }
    }
    return .settled
  }
}
