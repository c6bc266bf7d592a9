import KubernetesClient
import OpenClusterManagement

/// The hub's side of an import by a bundle: waits for the request of whoever applied it, verifies that
/// it was made with this cluster's own credential, approves, accepts, and sees the cluster registered.
struct ManualRegistration: Sendable {
  let clusterName: String
  let record: ManagedCluster?
  let context: PlanningContext
  let approval: RequestApproval

  /// The steps, in order.
  var steps: [Step] {
    let isJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
    let steps = registration
    return (isJoined ? [] : [steps.approve()]) + [steps.accept(record), steps.awaitRegistered()]
  }

  /// Every token of the cluster's own account will do: a bundle may have been made more than once, and
  /// any of them may be the one that was carried away.
  private var registration: RegistrationSteps {
    let expectation = RegistrationExpectation(
      clusterName: clusterName, requesters: [.joinCredential])
    return RegistrationSteps(
      clusterName: clusterName, hub: context.hub, location: context.hubLocation,
      approval: approval, expectation: { expectation }, now: context.now)
  }

  /// Whether the caller may do what the steps do.
  func isPermitted() async throws -> Bool {
    let needs = RequestApproval.needs + RequestApproval.acceptNeeds(clusterName)
    return try await PermissionCheck(clusters: context.clusters).denied(needs).isEmpty
  }
}

extension ManagedCluster {
  /// True when the cluster is to join by a bundle and has not.
  var awaitsBundle: Bool {
    annotations[Names.Annotation.importMode] == ImportMode.manual.rawValue
      && !(isAcceptedByHub && condition(Names.ConditionType.joined)?.isTrue ?? false)
  }
}
