import Documents

/// Takes a hub away when its ClusterManager is deleted. Every ManagedCluster, work and addon goes
/// with its definition first, and whatever holds one of them holds the whole.
struct HubCleanup: Sendable {
  let client: RestrictedClient
  let pace: Pace

  func run(_ clusterManager: Value) async throws -> Controller.Outcome {
    for name in HubDefinitions.removedFirst {
      guard try await isGone(name) else { return .again(after: pace.requeue) }
    }
    for definition in HubDefinitions.all {
      try await client.ensureAbsent(.customResourceDefinitions, definition.name)
    }
    let components = HubComponents(clusterManager)
    let permissions = HubPermissions(
      manager: components.manager, namespace: components.namespace)
    for (kind, object) in permissions.objects.reversed() {
      try await client.ensureAbsent(kind, object.objectName)
    }
    let webhooks = HubWebhooks(namespace: components.namespace, authority: "", labels: [:])
    for (kind, object) in webhooks.objects {
      try await client.ensureAbsent(kind, object.objectName)
    }
    try await client.ensureAbsent(.namespaces, components.namespace)
    try await client.removeFinalizers(
      [OCM.clusterManagerFinalizer], from: .clusterManagers, clusterManager.objectName)
    return .settled
  }

  /// Deletes a definition and tells whether it is gone.
  private func isGone(_ name: String) async throws -> Bool {
    try await client.ensureAbsent(.customResourceDefinitions, name)
    return try await client.find(.customResourceDefinitions, name) == nil
  }
}
