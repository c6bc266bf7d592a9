import Documents
import Foundation

/// Tells in a Klusterlet's status whether its kubeconfigs lead to a hub that lets the agents work,
/// by asking the hub itself (OCM operator, klusterlet/ssarcontroller).
struct HubConnectionController: Sendable {
  let environment: ClusterEnvironment
  let client: RestrictedClient

  private static let type = "HubConnectionDegraded"

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let object = try await client.find(.klusterlets, name), !object.isTerminating else {
      return .settled
    }
    let klusterlet = KlusterletView(object)
    let hub = await check(OCM.hubSecret, klusterlet, HubPreflight.hub)
    var condition = StatusCondition(
      Self.type, .no, hub.reason, hub.message, observedGeneration: klusterlet.generation)
    if !hub.isFunctional {
      let bootstrap = await check(OCM.bootstrapSecret, klusterlet, HubPreflight.bootstrap)
      condition.status = .yes
      condition.reason = "\(bootstrap.reason),\(hub.reason)"
      condition.message = "\(bootstrap.message)\n\(hub.message)"
    }
    try await client.modify(.klusterlets, name, subresource: "status") { object in
      object.setCondition(condition)
    }
    // Nothing in this cluster announces what happens on the hub.
    return .again(after: hub.isFunctional ? environment.pace.hubCheck : environment.pace.resync)
  }

  private func check(
    _ secretName: String, _ klusterlet: KlusterletView, _ preflight: HubPreflight
  ) async -> HubPreflight.Verdict {
    do {
      let secret = try await client.get(.secrets, secretName, klusterlet.agentNamespace)
      return await preflight.run(
        secret, cluster: klusterlet.clusterName, connect: environment.connect)
    } catch {
      let reason = (error as? APIFailure)?.message ?? "\(error)"
      return preflight.missing("\"\(klusterlet.agentNamespace)\" \"\(secretName)\"", reason)
    }
  }
}
