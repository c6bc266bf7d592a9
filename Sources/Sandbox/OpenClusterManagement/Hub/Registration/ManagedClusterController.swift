import Documents

/// Gives accepted clusters their namespace and permissions, and takes the permissions away when a
/// cluster is denied or deleted (OCM registration, hub/managedcluster).
struct ManagedClusterController: Sendable {
  let hub: HubContext
  let gates: RegistrationGates

  private var client: any ResourceClient { hub.client }

  var controller: Controller {
    let labelled = [Kind.roleBindings, .clusterRoles, .clusterRoleBindings].map {
      Controller.Source($0, keys: HubContext.labelledCluster)
    }
    let works = Controller.Source(.manifestWorks) { type, work in
      type == "DELETED" ? work.objectNamespace.map { [$0] } ?? [] : []
    }
    return hub.controller(
      "managedcluster", [Controller.Source(.managedClusters), works] + labelled, reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let cluster = try await client.find(.managedClusters, name) else {
      return try await removePermissions(of: name) ? .settled : .again(after: hub.pace.requeue)
    }
    if cluster.isTerminating {
      guard try await removePermissions(of: name) else { return .again(after: hub.pace.requeue) }
      try await client.removeFinalizers([OCM.clusterFinalizer], from: .managedClusters, name)
      return .settled
    }
    if gates.autoApproval, cluster.annotation(OCM.acceptedOn) == nil {
      try await acceptByItself(name)
      return .settled
    }
    return cluster.at("spec", "hubAcceptsClient")?.bool == true
      ? try await accept(name) : try await deny(cluster)
  }

  private func accept(_ name: String) async throws -> Controller.Outcome {
    let permissions = ClusterPermissions(cluster: name)
    var failures: [APIFailure] = []
    func attempt(_ work: () async throws -> Void) async throws {
      do { try await work() } catch let failure as APIFailure { failures.append(failure) }
    }
    try await attempt {
      try await client.ensure(
        .namespaces, ManifestBuilder.namespace(name, labels: [OCM.clusterNameLabel: name]))
    }
    try await client.addFinalizers([OCM.clusterFinalizer], to: .managedClusters, name)
    try await attempt {
      try await client.ensure(.clusterRoles, permissions.clusterRole(accepted: true))
      try await client.ensure(.clusterRoleBindings, permissions.clusterRoleBinding)
    }
    for binding in [permissions.registrationBinding, permissions.workBinding] {
      try await attempt { try await client.ensure(.roleBindings, binding) }
    }
    let condition =
      failures.isEmpty
      ? StatusCondition(
        ClusterConditions.accepted, .yes, "HubClusterAdminAccepted",
        "Accepted by hub cluster admin")
      : StatusCondition(
        ClusterConditions.accepted, .no, "Error",
        failures.map(\.message).joined(separator: "\n"))
    try await client.modify(.managedClusters, name, subresource: "status") {
      $0.setCondition(condition)
    }
    if let first = failures.first { throw first }
    return .settled
  }

  /// Takes back what an earlier acceptance gave; a cluster that never was accepted is left alone.
  private func deny(_ cluster: Value) async throws -> Controller.Outcome {
    guard cluster.hasCondition(ClusterConditions.accepted, .yes) else { return .settled }
    let name = cluster.objectName
    let permissions = ClusterPermissions(cluster: name)
    try await client.ensure(.clusterRoles, permissions.clusterRole(accepted: false))
    try await client.ensure(.clusterRoleBindings, permissions.clusterRoleBinding)
    guard try await removeBindings(of: name) else { return .again(after: hub.pace.requeue) }
    try await client.modify(.managedClusters, name, subresource: "status") {
      $0.setCondition(
        StatusCondition(
          ClusterConditions.accepted, .no, "HubClusterAdminDenied", "Denied by hub cluster admin")
      )
    }
    return .settled
  }

  private func acceptByItself(_ name: String) async throws {
    let patch: Value = [
      "metadata": ["annotations": [OCM.acceptedOn: .string(KubernetesTime.seconds())]],
      "spec": ["hubAcceptsClient": true],
    ]
    _ = try await client.patch(.managedClusters, name, nil, merge: patch, subresource: nil)
  }

  /// Removes all permissions of a cluster's agents; false while works keep the last of them.
  private func removePermissions(of name: String) async throws -> Bool {
    let permissions = ClusterPermissions(cluster: name)
    try await client.ensureAbsent(.clusterRoles, permissions.name)
    try await client.ensureAbsent(.clusterRoleBindings, permissions.name)
    return try await removeBindings(of: name)
  }

  private func removeBindings(of name: String) async throws -> Bool {
    let permissions = ClusterPermissions(cluster: name)
    try await client.ensureAbsent(.roleBindings, permissions.registrationBindingName, name)
    try await client.ensureAbsent(.roleBindings, permissions.workBindingName, name)
    guard try await client.items(.manifestWorks, name).isEmpty else { return false }
    try await client.removeFinalizers(
      [OCM.workFinalizer], from: .roleBindings, permissions.workBindingName, name)
    return true
  }
}
