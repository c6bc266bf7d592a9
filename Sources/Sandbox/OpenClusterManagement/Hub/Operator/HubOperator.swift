import Documents
import Foundation
import Logging

/// `/registration-operator hub`: turns a ClusterManager into a hub
/// (OCM operator, clustermanagercontroller).
struct HubOperator: Program {
  let environment: ClusterEnvironment

  func run(in pod: RunningPod) async throws {
    let client = environment.client("registration-operator", of: pod)
    let start = OperatorStart(
      environment: environment, client: client, kinds: [.clusterManagers],
      needs: Self.needs(operatorNamespace: pod.template.namespace))
    try await start.wait(logger: pod.logger)
    let reconciler = HubReconciler(environment: environment, client: client)
    await controller(reconciler, logger: pod.logger).run()
  }

  /// Without these the real operator's informers never fill and nothing of a hub appears.
  private static func needs(operatorNamespace: String) -> [AccessAttributes] {
    var needs = OperatorStart.leaderElection(in: operatorNamespace)
    let kinds: [Kind] = [
      .clusterManagers, .deployments, .configMaps, .customResourceDefinitions,
    ]
    needs += kinds.flatMap(OperatorStart.informer)
    let group = Kind.clusterManagers.group
    needs.append(AccessAttributes("patch", group, "clustermanagers"))
    needs.append(AccessAttributes("patch", group, "clustermanagers", subresource: "status"))
    return needs
  }

  private func controller(_ reconciler: HubReconciler, logger: Logger) -> Controller {
    let all: @Sendable (String, Value) -> [String] = { _, object in
      object.label(OCM.createdByClusterManager).map { [$0] } ?? []
    }
    let definitions: @Sendable (String, Value) -> [String] = { _, definition in
      definition.objectName.hasSuffix(".open-cluster-management.io") ? ["cluster-manager"] : []
    }
    let privileged = environment.client("registration-operator")
    return Controller(
      name: "cluster-manager", client: privileged,
      sources: [
        Controller.Source(.clusterManagers), Controller.Source(.deployments, keys: all),
        Controller.Source(.clusterRoles, keys: all),
        Controller.Source(.customResourceDefinitions, keys: definitions),
      ],
      pace: environment.pace, logger: logger, reconcile: reconciler.reconcile)
  }
}

/// Brings one ClusterManager's hub into being, or away.
struct HubReconciler: Sendable {
  let environment: ClusterEnvironment
  let client: RestrictedClient

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let clusterManager = try await client.find(.clusterManagers, name) else {
      return .settled
    }
    if clusterManager.isTerminating {
      guard clusterManager.finalizers.contains(OCM.clusterManagerFinalizer) else {
        return .settled
      }
      return try await HubCleanup(client: client, pace: environment.pace).run(clusterManager)
    }
    try await client.addFinalizers([OCM.clusterManagerFinalizer], to: .clusterManagers, name)
    return try await apply(clusterManager)
  }

  private func apply(_ clusterManager: Value) async throws -> Controller.Outcome {
    let components = HubComponents(clusterManager)
    var report = HubReport(generation: clusterManager.objectGeneration)
    do {
      try await client.ensure(.namespaces, ManifestBuilder.namespace(components.namespace))
      try await step("CRDApplyFailed", "Failed to apply crd") { try await applyDefinitions() }
      try await step("ApplyFailed", "Failed to apply static resources") {
        try await applyStatics(components)
      }
      try await step("RuntimeResourceApplyFailed", "Failed to apply runtime resources") {
        report.rolling = try await applyDeployments(components)
      }
      if report.rolling.isEmpty {
        try await step("WebhookApplyFailed", "Failed to apply webhook resources") {
          try await applyWebhooks(components)
        }
      }
      report.applied = .success(())
    } catch let failure as HubReport.Failure {
      report.applied = .failure(failure)
    }
    report.deployments = try await client.items(.deployments, components.namespace)
    try await client.modify(
      .clusterManagers, clusterManager.objectName, subresource: "status"
    ) { object in
      report.write(into: &object, components)
    }
    if case .failure(let failure) = report.applied { throw failure }
    return .settled
  }

  private func step(
    _ reason: String, _ message: String, _ work: () async throws -> Void
  ) async throws {
    do {
      try await work()
    } catch let failure as APIFailure {
      throw HubReport.Failure(reason: reason, message: "\(message): \(failure.message)")
    }
  }
}

// MARK: - What is applied

extension HubReconciler {
  private func applyDefinitions() async throws {
    for definition in HubDefinitions.all {
      try await client.ensure(.customResourceDefinitions, definition.document)
    }
  }

  private func applyStatics(_ components: HubComponents) async throws {
    try await applyCertificates(components)
    let permissions = HubPermissions(
      manager: components.manager, namespace: components.namespace)
    for (kind, object) in permissions.objects { try await client.ensure(kind, object) }
    for account in components.serviceAccounts {
      try await client.ensure(.serviceAccounts, account)
    }
    for service in components.services { try await client.ensure(.services, service) }
  }

  /// The CA of the webhooks and their serving certificates. One CA does for all here: nothing in
  /// the simulation calls the webhooks over the network.
  private func applyCertificates(_ components: HubComponents) async throws {
    let pem = try environment.authority.pem
    try await client.ensure(
      .configMaps,
      [
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": ManifestBuilder.metadata("ca-bundle-configmap", components.namespace),
        "data": ["ca-bundle.crt": .string(pem)],
      ])
    let encoded = Value.string(Data(pem.utf8).base64EncodedString())
    let names =
      ["signer-secret"]
      + ["registration", "work", "addon"].map {
        "\($0)-webhook-serving-cert"
      }
    for name in names {
      try await client.ensure(
        .secrets,
        [
          "apiVersion": "v1", "kind": "Secret",
          "metadata": ManifestBuilder.metadata(name, components.namespace),
          "type": "kubernetes.io/tls", "data": ["tls.crt": encoded, "tls.key": ""],
        ])
    }
  }

  /// Applies the Deployments and returns the names of those that are not up yet.
  private func applyDeployments(_ components: HubComponents) async throws -> [String] {
    var rolling: [String] = []
    for wanted in components.deployments {
      let deployment = try await client.ensure(.deployments, wanted)
      let replicas = deployment.at("spec", "replicas")?.int ?? 1
      let observed = deployment.at("status", "observedGeneration")?.int
      let isUp =
        observed == deployment.objectGeneration
        && (deployment.at("status", "readyReplicas")?.int ?? 0) == replicas
      if !isUp { rolling.append(deployment.objectName) }
    }
    return rolling
  }

  private func applyWebhooks(_ components: HubComponents) async throws {
    let webhooks = HubWebhooks(
      namespace: components.namespace,
      authority: Data(try environment.authority.pem.utf8).base64EncodedString(),
      labels: [OCM.createdByClusterManager: components.manager])
    for (kind, object) in webhooks.objects { try await client.ensure(kind, object) }
  }
}
