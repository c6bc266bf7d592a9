import Documents
import Foundation

/// Brings the agents of one Klusterlet into being, or away.
struct KlusterletReconciler: Sendable {
  let environment: ClusterEnvironment
  let client: RestrictedClient
  let operatorNamespace: String

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let object = try await client.find(.klusterlets, name) else { return .settled }
    let view = KlusterletView(object)
    if object.isTerminating {
      guard object.finalizers.contains(OCM.klusterletFinalizer) else { return .settled }
      do {
        try await withManaged(view) {
          try await KlusterletCleanup(client: client, managed: $0).run(view)
        }
      } catch let failure as HostedClusterUnreached {
        guard try await isGivenUp(object) else { throw failure }
        try await KlusterletCleanup(client: client, managed: nil).run(view)
      }
      return .settled
    }
    let hosted = view.isHosted ? [OCM.klusterletHostedFinalizer] : []
    try await client.addFinalizers([OCM.klusterletFinalizer] + hosted, to: .klusterlets, name)
    guard let klusterlet = try await client.find(.klusterlets, name) else { return .settled }
    try await apply(KlusterletView(klusterlet))
    return .settled
  }

  /// A managed cluster that has not been reached for five minutes is left as it is.
  private func isGivenUp(_ klusterlet: Value) async throws -> Bool {
    if let since = KubernetesTime.date(klusterlet.annotation(OCM.evictionTimestamp)) {
      return since.addingTimeInterval(300) < Date()
    }
    try await client.modify(.klusterlets, klusterlet.objectName) { object in
      object.set(
        .string(KubernetesTime.seconds()), at: "metadata", "annotations", OCM.evictionTimestamp)
    }
    return false
  }

  private func apply(_ klusterlet: KlusterletView) async throws {
    var report = KlusterletReport(generation: klusterlet.generation)
    let found = report
    do {
      report = try await withManaged(klusterlet) { managed in
        var report = found
        try await applyDefinitions(managed, &report)
        try await applyManaged(managed, klusterlet, &report)
        return report
      }
      if klusterlet.isHosted {
        report.hosting = StatusCondition(
          "ReadyToApply", .yes, "KlusterletPrepared", "Klusterlet is ready to apply")
      }
      try await applyManagement(klusterlet, &report)
      if klusterlet.isHosted { try await applyAgentKubeconfigs(klusterlet) }
      try await applyDeployments(klusterlet, &report)
      report.isApplied = true
    } catch let failure as HostedClusterUnreached {
      report.hosting = StatusCondition(
        "ReadyToApply", .no, "KlusterletPrepareFailed",
        "Failed to build managed cluster clients: \(failure.reason)")
      try await write(report, to: klusterlet)
      throw failure
    } catch let failure as KlusterletReport.Failure {
      report.failure = failure
    }
    try await write(report, to: klusterlet)
    if let failure = report.failure { throw failure }
  }

  /// Works on the managed cluster: this one, or in the hosted modes the one that a Secret leads to.
  private func withManaged<Outcome: Sendable>(
    _ klusterlet: KlusterletView,
    _ work: (RestrictedClient) async throws -> Outcome
  ) async throws -> Outcome {
    guard klusterlet.isHosted else { return try await work(client) }
    let kubeconfig: HubKubeconfig
    do {
      kubeconfig = try HostedCluster.kubeconfig(
        try await client.get(.secrets, HostedCluster.secret, klusterlet.agentNamespace))
    } catch {
      throw HostedClusterUnreached(reason: (error as? APIFailure)?.message ?? "\(error)")
    }
    let (managed, remote) = try HostedCluster.client(
      kubeconfig, "registration-operator", environment)
    defer { remote.close() }
    do {
      return try await work(managed)
    } catch let failure as ConnectionFailure {
      throw HostedClusterUnreached(reason: "\(failure)")
    }
  }

  /// Each agent gets a kubeconfig of its own; the real operator puts tokens of its ServiceAccounts into
  /// them.
  private func applyAgentKubeconfigs(_ klusterlet: KlusterletView) async throws {
    let own = try await client.get(.secrets, HostedCluster.secret, klusterlet.agentNamespace)
    for name in HostedCluster.agentSecrets(klusterlet) {
      var copy: Value = [
        "apiVersion": "v1", "kind": "Secret",
        "metadata": ManifestBuilder.metadata(
          name, klusterlet.agentNamespace, labels: klusterlet.labels),
      ]
      copy["data"] = own["data"]
      try await client.ensure(.secrets, copy)
    }
  }

  private func write(_ report: KlusterletReport, to klusterlet: KlusterletView) async throws {
    try await client.modify(
      .klusterlets, klusterlet.name, subresource: "status", report.write)
  }

  private func attempt(
    _ reason: String, _ message: String = "", _ work: () async throws -> Void
  ) async throws {
    do {
      try await work()
    } catch let failure as APIFailure {
      throw KlusterletReport.Failure(reason: reason, message: message + failure.message)
    }
  }
}

// MARK: - What is applied

extension KlusterletReconciler {
  private func applyDefinitions(
    _ managed: RestrictedClient, _ report: inout KlusterletReport
  ) async throws {
    for definition in AgentDefinitions.all {
      report.add(.customResourceDefinitions, definition.document)
      try await attempt("CRDApplyFailed", "Failed to apply CRDs: ") {
        try await managed.ensure(.customResourceDefinitions, definition.document)
      }
    }
  }

  private func applyManaged(
    _ managed: RestrictedClient, _ klusterlet: KlusterletView, _ report: inout KlusterletReport
  ) async throws {
    try await ensureNamespace(managed, OCM.addonNamespace, klusterlet.labels, klusterlet)
    var labels = klusterlet.labels
    labels[OCM.klusterletNamespaceLabel] = klusterlet.name
    try await ensureNamespace(managed, klusterlet.klusterletNamespace, labels, klusterlet)
    let permissions = AgentPermissions(klusterlet: klusterlet)
    try await ensureAll(
      managed, permissions.managed, "ManagedClusterResourceApplyFailed", &report)
    try await attempt("ManagedClusterResourceApplyFailed") {
      if try await managed.find(.clusterRoles, permissions.aggregateName) == nil {
        _ = try await managed.create(.clusterRoles, permissions.aggregate, nil)
      }
    }
  }

  private func applyManagement(
    _ klusterlet: KlusterletView, _ report: inout KlusterletReport
  ) async throws {
    try await ensureNamespace(client, klusterlet.agentNamespace, klusterlet.labels, klusterlet)
    let permissions = AgentPermissions(klusterlet: klusterlet)
    try await ensureAll(
      client, permissions.management, "ManagementClusterResourceApplyFailed", &report)
  }

  private func ensureAll(
    _ target: RestrictedClient, _ entries: [(kind: Kind, object: Value)], _ reason: String,
    _ report: inout KlusterletReport
  ) async throws {
    var problems: [String] = []
    for (kind, object) in entries {
      report.add(kind, object)
      do {
        try await target.ensure(kind, object)
      } catch let failure as APIFailure {
        problems.append(failure.message)
      }
    }
    if !problems.isEmpty {
      throw KlusterletReport.Failure(
        reason: reason, message: problems.joined(separator: ", "))
    }
  }

  private func ensureNamespace(
    _ target: RestrictedClient, _ name: String, _ labels: [String: String],
    _ klusterlet: KlusterletView
  ) async throws {
    let prefix = "Failed to ensure namespace of klusterlet \"\(name)\": "
    try await attempt("KlusterletApplyFailed", prefix) {
      try await target.ensure(.namespaces, ManifestBuilder.namespace(name, labels: labels))
      try await copyPullSecret(target, to: name, klusterlet)
    }
  }

  private func copyPullSecret(
    _ target: RestrictedClient, to namespace: String, _ klusterlet: KlusterletView
  ) async throws {
    guard
      let source = try await client.find(
        .secrets, OCM.imagePullSecret, operatorNamespace), namespace != operatorNamespace
    else { return }
    var copy: Value = [
      "apiVersion": "v1", "kind": "Secret",
      "metadata": ManifestBuilder.metadata(
        OCM.imagePullSecret, namespace, labels: klusterlet.labels),
    ]
    copy["type"] = source["type"]
    copy["data"] = source["data"]
    try await target.ensure(.secrets, copy)
  }

  private func applyDeployments(
    _ klusterlet: KlusterletView, _ report: inout KlusterletReport
  ) async throws {
    let deployments = AgentDeployments(
      klusterlet: klusterlet, replicas: try await replicas(klusterlet))
    var wanted = [deployments.singleton]
    var unwanted = ["\(klusterlet.name)-registration-agent", "\(klusterlet.name)-work-agent"]
    if !klusterlet.isSingleton {
      wanted = [
        deployments.registration, deployments.work(running: Self.needsWorkAgent(klusterlet)),
      ]
      unwanted = ["\(klusterlet.name)-agent"]
    }
    for deployment in wanted {
      report.add(.deployments, deployment)
      let applied = try await client.ensure(.deployments, deployment)
      report.addGeneration(of: applied)
    }
    for name in unwanted {
      try await client.ensureAbsent(.deployments, name, klusterlet.agentNamespace)
    }
  }

  /// The work agent gets no pods while there is no kubeconfig for it, so that it starts at once
  /// when there is.
  private static func needsWorkAgent(_ klusterlet: KlusterletView) -> Bool {
    guard let condition = klusterlet.object.condition("HubConnectionDegraded") else {
      return false
    }
    return condition["status"]?.string != "True"
      || condition["reason"]?.string?.contains("HubKubeConfigSecretMissing") != true
  }

  /// One pod, or three when there are several control plane nodes.
  private func replicas(_ klusterlet: KlusterletView) async throws -> Int {
    let nodes = try await client.items(
      .nodes, labelSelector: "node-role.kubernetes.io/master=")
    return nodes.count <= 1 ? 1 : 3
  }
}

/// The cluster that a hosted agent is to manage cannot be reached.
struct HostedClusterUnreached: Error, Sendable {
  let reason: String
}
