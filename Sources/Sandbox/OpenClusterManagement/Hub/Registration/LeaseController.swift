import Documents
import Foundation

/// Creates the lease of every accepted cluster, and declares a cluster unknown when its agent has
/// not renewed it for five times its duration (OCM registration, hub/lease).
struct LeaseController: Sendable {
  let hub: HubContext

  private var client: any ResourceClient { hub.client }

  var controller: Controller {
    let leases: @Sendable (String, Value) -> [String] = { type, lease in
      lease.objectName == OCM.leaseName ? HubContext.labelledCluster(type, lease) : []
    }
    return hub.controller(
      "lease",
      [Controller.Source(.managedClusters), Controller.Source(.leases, keys: leases)], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let cluster = try await client.find(.managedClusters, name),
      cluster.condition(ClusterConditions.accepted) != nil
    else { return .settled }
    guard let lease = try await client.find(.leases, OCM.leaseName, name) else {
      if cluster.isTerminating {
        try await declareUnknown(cluster)
      } else {
        _ = try await client.create(.leases, Self.lease(of: name), name)
      }
      return .settled
    }
    let left = Self.remaining(of: lease, cluster)
    if left > 0 { return .again(after: .milliseconds(Int(left * 1000) + 1)) }
    try await declareUnknown(cluster)
    return .again(after: .seconds(Self.grace(cluster)))
  }

  /// Seconds until the lease counts as abandoned.
  private static func remaining(of lease: Value, _ cluster: Value) -> TimeInterval {
    let renewed = KubernetesTime.date(lease.at("spec", "renewTime")?.string) ?? .distantPast
    return renewed.addingTimeInterval(TimeInterval(grace(cluster))).timeIntervalSinceNow
  }

  /// Seconds without renewal after which the agent counts as gone.
  static func grace(_ cluster: Value) -> Int {
    let duration = cluster.at("spec", "leaseDurationSeconds")?.int ?? 0
    return (duration > 0 ? duration : 60) * OCM.leaseDurations
  }

  private static func lease(of cluster: String) -> Value {
    [
      "apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
      "metadata": ManifestBuilder.metadata(
        OCM.leaseName, cluster, labels: [OCM.clusterNameLabel: cluster]),
      "spec": [
        "holderIdentity": .string(OCM.leaseName),
        "renewTime": .string(KubernetesTime.microseconds()),
      ],
    ]
  }

  private func declareUnknown(_ cluster: Value) async throws {
    guard !cluster.hasCondition(ClusterConditions.available, .unknown) else { return }
    try await client.modify(.managedClusters, cluster.objectName, subresource: "status") {
      $0.setCondition(
        StatusCondition(
          ClusterConditions.available, .unknown, "ManagedClusterLeaseUpdateStopped",
          "Registration agent stopped updating its lease."))
    }
  }
}

/// Compares the time in a renewed lease with the hub's own (OCM registration, hub/lease).
struct ClockSyncController: Sendable {
  let hub: HubContext

  var controller: Controller {
    // Only renewals count: the lease as created by the hub says nothing about the agent's clock.
    let renewals: @Sendable (String, Value) -> [String] = { type, lease in
      type == "MODIFIED" && lease.objectName == OCM.leaseName
        ? HubContext.labelledCluster(type, lease) : []
    }
    return hub.controller("clocksync", [Controller.Source(.leases, keys: renewals)], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let cluster = try await hub.client.find(.managedClusters, name),
      let lease = try await hub.client.find(.leases, OCM.leaseName, name),
      let renewed = KubernetesTime.date(lease.at("spec", "renewTime")?.string)
    else { return .settled }
    let isSynced = abs(renewed.timeIntervalSinceNow) < TimeInterval(LeaseController.grace(cluster))
    let wanted: StatusCondition.Status = isSynced ? .yes : .no
    guard !cluster.hasCondition(ClusterConditions.clockSynced, wanted) else { return .settled }
    let condition =
      isSynced
      ? StatusCondition(
        ClusterConditions.clockSynced, .yes, "ManagedClusterClockSynced",
        "The clock of the managed cluster is synced with the hub.")
      : StatusCondition(
        ClusterConditions.clockSynced, .no, "ManagedClusterClockOutOfSync",
        "The clock of hub and agent is out of sync. This may cause the Unknown status and affect "
          + "agent functionalities.")
    try await hub.client.modify(.managedClusters, name, subresource: "status") {
      $0.setCondition(condition)
    }
    return .settled
  }
}
