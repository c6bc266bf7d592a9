import Documents
import Foundation

/// Tells the hub of each addon whether its agent renews its lease in the managed cluster
/// (OCM registration, spoke/addon/lease_controller).
struct AddonLeases: Sendable {
  let agent: AgentContext
  let hub: any HubClient

  /// Seconds for which an addon's lease counts, before the grace of five times.
  private static let leaseDuration = 60

  func controller() -> Controller {
    let addons = Controller.Source(.managedClusterAddOns, agent.cluster)
    return Controller(
      name: "\(agent.environment.name) addonlease", client: hub, sources: [addons],
      pace: agent.pace, logger: agent.logger, reconcile: reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let addon = try await hub.find(.managedClusterAddOns, name, agent.cluster),
      addon.at("status", "healthCheck", "mode")?.string != "Customized"
    else { return .settled }
    let namespace = addon.at("spec", "installNamespace")?.string ?? OCM.addonNamespace
    let lease = try await agent.managed.client.find(.leases, name, namespace)
    let condition = Self.condition(of: name, lease)
    try await hub.modify(
      .managedClusterAddOns, name, agent.cluster, subresource: "status"
    ) { $0.setCondition(condition) }
    return .again(after: agent.pace.resync)
  }

  static func condition(of name: String, _ lease: Value?) -> StatusCondition {
    guard let lease else {
      return StatusCondition(
        "Available", .unknown, "ManagedClusterAddOnLeaseNotFound",
        "The status of \(name) add-on is unknown.")
    }
    let renewed = KubernetesTime.date(lease.at("spec", "renewTime")?.string) ?? .distantPast
    let grace = TimeInterval(leaseDuration * OCM.leaseDurations)
    if renewed.addingTimeInterval(grace) > Date() {
      return StatusCondition(
        "Available", .yes, "ManagedClusterAddOnLeaseUpdated", "\(name) add-on is available.")
    }
    return StatusCondition(
      "Available", .no, "ManagedClusterAddOnLeaseUpdateStopped",
      "\(name) add-on is not available.")
  }
}
