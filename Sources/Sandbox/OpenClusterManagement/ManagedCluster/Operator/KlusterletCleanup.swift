import Documents

/// Takes a Klusterlet's agents away, and everything that was made for them; what works applied
/// stays, with records nobody looks after any more (OCM operator, klusterlet_cleanup_controller).
struct KlusterletCleanup: Sendable {
  let client: RestrictedClient
  /// The managed cluster: the same, or in the hosted modes another; nil when that was not reached for too long.
  let managed: RestrictedClient?

  func run(_ klusterlet: KlusterletView) async throws {
    let deployments =
      klusterlet.isSingleton
      ? [klusterlet.registrationDeployment]
      : [klusterlet.registrationDeployment, klusterlet.workDeployment]
    for name in deployments {
      try await client.ensureAbsent(.deployments, name, klusterlet.agentNamespace)
    }
    if let managed {
      try await stripDefinitions(managed)
      try await releaseAppliedWorks(of: klusterlet, managed)
      try await remove(klusterlet, from: managed)
    }
    try await client.ensureAbsent(.secrets, OCM.hubSecret, klusterlet.agentNamespace)
    for (kind, object) in AgentPermissions(klusterlet: klusterlet).management {
      try await client.ensureAbsent(kind, object.objectName, object.objectNamespace)
    }
    if klusterlet.isHosted {
      let secrets = HostedCluster.agentSecrets(klusterlet) + [HostedCluster.secret]
      for name in secrets {
        try await client.ensureAbsent(.secrets, name, klusterlet.agentNamespace)
      }
      try await client.ensureAbsent(.namespaces, klusterlet.agentNamespace)
    }
    try await client.removeFinalizers(
      [OCM.klusterletFinalizer, OCM.klusterletHostedFinalizer], from: .klusterlets,
      klusterlet.name)
  }

  /// The definitions stay; only the note whose they are goes.
  private func stripDefinitions(_ managed: RestrictedClient) async throws {
    for definition in AgentDefinitions.all {
      try await managed.modify(.customResourceDefinitions, definition.name) { object in
        object.set(nil, at: "metadata", "annotations", OCM.operatorVersion)
      }
    }
  }

  private func releaseAppliedWorks(
    of klusterlet: KlusterletView, _ managed: RestrictedClient
  ) async throws {
    for work in try await managed.items(.appliedManifestWorks)
    where work.at("spec", "agentID")?.string == klusterlet.uid {
      let left = work.finalizers.filter { $0 != OCM.appliedWorkFinalizer }
      if left.count == work.finalizers.count { continue }
      // The operator may patch these objects but not read them one by one.
      _ = try await managed.patch(
        .appliedManifestWorks, work.objectName, nil,
        merge: ["metadata": ["finalizers": left.isEmpty ? .null : Value(left)]], subresource: nil)
    }
  }

  private func remove(
    _ klusterlet: KlusterletView, from managed: RestrictedClient
  ) async throws {
    let permissions = AgentPermissions(klusterlet: klusterlet)
    for (kind, object) in permissions.managed {
      try await managed.ensureAbsent(kind, object.objectName, object.objectNamespace)
    }
    try await managed.ensureAbsent(.clusterRoles, permissions.aggregateName)
    try await managed.ensureAbsent(.namespaces, klusterlet.klusterletNamespace)
    let others = try await managed.items(
      .namespaces, labelSelector: OCM.klusterletNamespaceLabel
    ).filter { $0.objectName != klusterlet.klusterletNamespace }
    if others.isEmpty { try await managed.ensureAbsent(.namespaces, OCM.addonNamespace) }
  }
}
