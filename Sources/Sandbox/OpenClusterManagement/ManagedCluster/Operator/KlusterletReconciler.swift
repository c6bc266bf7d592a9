import Documents

/// Brings the agents of one Klusterlet into being, or away.
struct KlusterletReconciler: Sendable {
  let environment: ClusterEnvironment
  let client: RestrictedClient
  let operatorNamespace: String

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let object = try await client.find(.klusterlets, name) else { return .settled }
    if object.isTerminating {
      guard object.finalizers.contains(OCM.klusterletFinalizer) else { return .settled }
      try await KlusterletCleanup(client: client).run(KlusterletView(object))
      return .settled
    }
    try await client.addFinalizers([OCM.klusterletFinalizer], to: .klusterlets, name)
    guard let klusterlet = try await client.find(.klusterlets, name) else { return .settled }
    try await apply(KlusterletView(klusterlet))
    return .settled
  }

  private func apply(_ klusterlet: KlusterletView) async throws {
    var report = KlusterletReport(generation: klusterlet.generation)
    if klusterlet.isHosted {
      report.hosting = StatusCondition(
        "ReadyToApply", .no, "KlusterletPrepareFailed",
        "Failed to build managed cluster clients: hosted modes are not part of the simulation")
      try await write(report, to: klusterlet)
      return
    }
    do {
      try await applyDefinitions(&report)
      try await applyManaged(klusterlet, &report)
      try await applyManagement(klusterlet, &report)
      try await applyDeployments(klusterlet, &report)
      report.isApplied = true
    } catch let failure as KlusterletReport.Failure {
      report.failure = failure
    }
    try await write(report, to: klusterlet)
    if let failure = report.failure { throw failure }
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
  private func applyDefinitions(_ report: inout KlusterletReport) async throws {
    for definition in AgentDefinitions.all {
      report.add(.customResourceDefinitions, definition.document)
      try await attempt("CRDApplyFailed", "Failed to apply CRDs: ") {
        try await client.ensure(.customResourceDefinitions, definition.document)
      }
    }
  }

  private func applyManaged(
    _ klusterlet: KlusterletView, _ report: inout KlusterletReport
  ) async throws {
    try await ensureNamespace(OCM.addonNamespace, klusterlet.labels, klusterlet)
    var labels = klusterlet.labels
    labels[OCM.klusterletNamespaceLabel] = klusterlet.name
    try await ensureNamespace(klusterlet.klusterletNamespace, labels, klusterlet)
    let permissions = AgentPermissions(klusterlet: klusterlet)
    try await ensureAll(permissions.managed, "ManagedClusterResourceApplyFailed", &report)
    try await attempt("ManagedClusterResourceApplyFailed") {
      if try await client.find(.clusterRoles, permissions.aggregateName) == nil {
        _ = try await client.create(.clusterRoles, permissions.aggregate, nil)
      }
    }
  }

  private func applyManagement(
    _ klusterlet: KlusterletView, _ report: inout KlusterletReport
  ) async throws {
    try await ensureNamespace(klusterlet.agentNamespace, klusterlet.labels, klusterlet)
    let permissions = AgentPermissions(klusterlet: klusterlet)
    try await ensureAll(permissions.management, "ManagementClusterResourceApplyFailed", &report)
  }

  private func ensureAll(
    _ entries: [(kind: Kind, object: Value)], _ reason: String, _ report: inout KlusterletReport
  ) async throws {
    var problems: [String] = []
    for (kind, object) in entries {
      report.add(kind, object)
      do {
        try await client.ensure(kind, object)
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
    _ name: String, _ labels: [String: String], _ klusterlet: KlusterletView
  ) async throws {
    let prefix = "Failed to ensure namespace of klusterlet \"\(name)\": "
    try await attempt("KlusterletApplyFailed", prefix) {
      try await client.ensure(.namespaces, ManifestBuilder.namespace(name, labels: labels))
      try await copyPullSecret(to: name, klusterlet)
    }
  }

  private func copyPullSecret(to namespace: String, _ klusterlet: KlusterletView) async throws {
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
    try await client.ensure(.secrets, copy)
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
