import Documents
import KubernetesClient
import OpenClusterManagement

/// What an import by a bundle finds on the hub before it decides anything.
struct ManualSituation: Sendable {
  /// The UID of the hub's `kube-system` namespace.
  let hubUID: String
  /// The record of that name.
  let record: ManagedCluster?
  /// The namespace of that name.
  let namespace: Value?
  /// What is known about the hub's addresses.
  let hubFacts: EndpointFacts

  /// True when the cluster's agent has been seen with its own certificate.
  var isJoined: Bool { record?.condition(Names.ConditionType.joined)?.isTrue ?? false }

  static func read(
    _ request: ImportRequest, _ context: PlanningContext
  ) async throws -> ManualSituation {
    // The one read that tells whether this is a hub comes first, so that its error is the one seen.
    let record = try await context.cluster(request.name)
    async let hubUID = context.hub.clusterIdentity()
    async let namespace = context.hub.getIfPresent(.namespaces, request.name)
    async let hubFacts = context.clusters.hub.endpointFacts()
    return ManualSituation(
      hubUID: try await hubUID, record: record, namespace: try await namespace,
      hubFacts: try await hubFacts)
  }
}
