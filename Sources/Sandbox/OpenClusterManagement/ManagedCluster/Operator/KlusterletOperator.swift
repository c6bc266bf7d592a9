import Documents
import Logging

/// `/registration-operator klusterlet`: turns a Klusterlet into agents (OCM operator, klusterlet).
struct KlusterletOperator: Program {
  let environment: ClusterEnvironment

  func run(in pod: RunningPod) async throws {
    let client = environment.client("registration-operator", of: pod)
    let start = OperatorStart(
      environment: environment, client: client, kinds: [.klusterlets],
      needs: Self.needs(operatorNamespace: pod.template.namespace))
    try await start.wait(logger: pod.logger)
    let applying = KlusterletReconciler(
      environment: environment, client: client, operatorNamespace: pod.template.namespace)
    let status = KlusterletStatusController(client: client)
    let connection = HubConnectionController(environment: environment, client: client)
    let controllers = [
      controller("klusterlet", pod.logger, applying.reconcile),
      controller("klusterlet-status", pod.logger, status.reconcile),
      controller("klusterlet-ssar", pod.logger, connection.reconcile),
    ]
    await withDiscardingTaskGroup { group in
      for controller in controllers {
        group.addTask { await controller.run() }
      }
    }
  }

  /// Without these the real operator's informers never fill and no Klusterlet is looked at.
  private static func needs(operatorNamespace: String) -> [AccessAttributes] {
    let secrets = [OCM.bootstrapSecret, OCM.hubSecret].flatMap { name -> [AccessAttributes] in
      ["list", "watch"].map { AccessAttributes($0, "", "secrets", name: name) }
    }
    var needs = OperatorStart.leaderElection(in: operatorNamespace)
    needs += OperatorStart.informer(.klusterlets) + OperatorStart.informer(.deployments)
    needs += secrets
    let group = Kind.klusterlets.group
    needs.append(AccessAttributes("patch", group, "klusterlets"))
    needs.append(AccessAttributes("patch", group, "klusterlets", subresource: "status"))
    return needs
  }

  private func controller(
    _ name: String, _ logger: Logger,
    _ reconcile: @escaping @Sendable (String) async throws -> Controller.Outcome
  ) -> Controller {
    let labelled: @Sendable (String, Value) -> [String] = { _, object in
      object.label(OCM.createdByKlusterlet).map { [$0] } ?? []
    }
    let secrets: @Sendable (String, Value) -> [String] = { _, secret in
      [OCM.bootstrapSecret, OCM.hubSecret].contains(secret.objectName) ? ["*"] : []
    }
    let client = environment.client("registration-operator")
    return Controller(
      name: name, client: client,
      sources: [
        Controller.Source(.klusterlets), Controller.Source(.deployments, keys: labelled),
        Controller.Source(.secrets, keys: secrets),
      ],
      pace: environment.pace, logger: logger
    ) { key in
      guard key == "*" else { return try await reconcile(key) }
      var outcome = Controller.Outcome.settled
      for klusterlet in try await client.items(.klusterlets) {
        let one = try await reconcile(klusterlet.objectName)
        if case .again = one { outcome = one }
      }
      return outcome
    }
  }
}
