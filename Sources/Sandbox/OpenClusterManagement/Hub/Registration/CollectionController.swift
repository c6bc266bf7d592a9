import Documents

/// Deletes a cluster's addons, then its works, when the cluster is deleted: those of lowest
/// cleanup priority first, the next kind when none of the previous is left (OCM registration,
/// hub/gc).
struct CollectionController: Sendable {
  let hub: HubContext

  private var client: any ResourceClient { hub.client }
  private static let kinds: [Kind] = [.managedClusterAddOns, .manifestWorks]

  var controller: Controller {
    let deleted: @Sendable (String, Value) -> [String] = { type, object in
      type == "DELETED" ? object.objectNamespace.map { [$0] } ?? [] : []
    }
    return hub.controller(
      "gc",
      [Controller.Source(.managedClusters)]
        + Self.kinds.map { Controller.Source($0, keys: deleted) }, reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    let cluster = try await client.find(.managedClusters, name)
    if let cluster, !cluster.isTerminating {
      try await client.addFinalizers([OCM.collectionFinalizer], to: .managedClusters, name)
      return .settled
    }
    if let cluster, !cluster.finalizers.contains(OCM.collectionFinalizer) { return .settled }
    let condition = try await collect(name)
    if cluster != nil {
      try await client.modify(.managedClusters, name, subresource: "status") {
        $0.setCondition(condition ?? Self.nothingLeft)
      }
    }
    guard condition == nil else { return .again(after: hub.pace.requeue) }
    try await client.removeFinalizers([OCM.collectionFinalizer], from: .managedClusters, name)
    return .settled
  }

  private static let nothingLeft = StatusCondition(
    ClusterConditions.deleting, .yes, "NoResource", "No cleaned resource in cluster ns.")

  /// Deletes what is next in order; nil when nothing is left.
  private func collect(_ namespace: String) async throws -> StatusCondition? {
    for kind in Self.kinds {
      let left = try await client.items(kind, namespace)
      guard let lowest = left.map(Self.priority).min() else { continue }
      for object in left where Self.priority(object) == lowest {
        try await client.ensureAbsent(kind, object.objectName, namespace)
      }
      let pending = left.filter { !$0.finalizers.isEmpty }.count
      return StatusCondition(
        ClusterConditions.deleting, .no, "ResourceRemaining",
        "The resource \(kind.plural) is remaning, the remaining count is \(left.count), "
          + "the finalizer pending count is \(pending)")
    }
    return nil
  }

  /// 0 to 100; anything else in the annotation counts as 0.
  static func priority(_ object: Value) -> Int {
    guard let number = object.annotation(OCM.cleanupPriority).flatMap({ Int($0) }),
      (0...100).contains(number)
    else { return 0 }
    return number
  }
}
