import Documents
import Logging

/// `/registration controller`: the hub's side of registration.
struct RegistrationProgram: Program {
  let environment: ClusterEnvironment

  func run(in pod: RunningPod) async throws {
    let client = environment.client("registration")
    let gates = RegistrationGates(pod)
    let hub = HubContext(
      client: client, allows: environment.allows, pace: environment.pace, logger: pod.logger)
    let controllers =
      [
        ManagedClusterController(hub: hub, gates: gates).controller,
        LeaseController(hub: hub).controller,
        ClockSyncController(hub: hub).controller,
        TaintController(hub: hub).controller,
        CommonRolesController(hub: hub).controller,
        RequestApprovalController(hub: hub, gates: gates).controller,
        ClusterSetController(hub: hub).controller,
        ClusterSetBindingController(hub: hub).controller,
        AddonLabelController(hub: hub).controller,
        AddonHealthController(hub: hub).controller,
      ]
      + (gates.resourceCleanup ? [CollectionController(hub: hub).controller] : [])
    await withDiscardingTaskGroup { group in
      for controller in controllers {
        group.addTask { await controller.run() }
      }
    }
  }
}

/// What the hub's controllers share.
struct HubContext: Sendable {
  let client: any ResourceClient
  let allows: AccessCheck
  let pace: Pace
  let logger: Logger

  /// Makes a controller of these.
  func controller(
    _ name: String, _ sources: [Controller.Source], initialKeys: [String] = [],
    _ reconcile: @escaping @Sendable (String) async throws -> Controller.Outcome
  ) -> Controller {
    Controller(
      name: name, client: client, sources: sources, initialKeys: initialKeys, pace: pace,
      logger: logger, reconcile: reconcile)
  }

  /// Objects with the label of a cluster concern that cluster.
  static let labelledCluster: @Sendable (String, Value) -> [String] = { _, object in
    object.label(OCM.clusterNameLabel).flatMap { $0.isEmpty ? nil : [$0] } ?? []
  }

  /// Objects in a cluster's namespace concern that cluster.
  static let namespaceOwner: @Sendable (String, Value) -> [String] = { _, object in
    object.objectNamespace.map { [$0] } ?? []
  }
}

/// The options of the hub's registration that change its behaviour.
struct RegistrationGates: Sendable {
  /// Gate ManagedClusterAutoApproval.
  let autoApproval: Bool
  /// Gate ResourceCleanup, on since OCM 1.0: works and addons of a deleted cluster are deleted.
  let resourceCleanup: Bool
  /// Users whose first requests are approved without an administrator, with that gate.
  let approvedUsers: Set<String>

  init(_ pod: RunningPod) {
    let gates = pod.arguments("feature-gates")
    autoApproval = gates.contains("ManagedClusterAutoApproval=true")
    resourceCleanup = !gates.contains("ResourceCleanup=false")
    let users = pod.argument("cluster-auto-approval-users") ?? ""
    approvedUsers = Set(users.split(separator: ",").map(String.init))
  }
}
