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

  /// Every token that was minted for the cluster will do: a bundle may have been made more than once, and
  /// any of them may be the one that was carried away.
  private var registration: RegistrationSteps {
    let noted = Shared<RegistrationExpectation?>(nil)
    var steps = RegistrationSteps(
      clusterName: clusterName, hub: context.hub, location: context.hubLocation,
      approval: approval,
      expectation: {
        noted.value
          ?? RegistrationExpectation(clusterName: clusterName, requesters: [.joinCredential])
      }, now: context.now)
    steps.prepare = {
      noted.set(try await JoinCredentials.read(clusterName, context.hub).expectation)
    }
    return steps
  }

  /// The used credential, and the manifests that hold it, have done their work once the cluster is
  /// registered; unless they were made to be kept, or the caller may not delete them.
  func revocation() async throws -> [Step] {
    let credentials = try await JoinCredentials.read(clusterName, context.hub)
    guard !credentials.isEmpty, !credentials.areKept else { return [] }
    let revocation = CredentialRevocation(
      cluster: clusterName, reader: context.hub, location: context.hubLocation)
    let manifests = JoinManifestsStep(
      clusterName: clusterName, reconciler: context.hubReconciler()
    ).reference
    let step = revocation.findingStep(try await revocation.found(), and: [manifests])
    let isDenied = try await !PermissionCheck(clusters: context.clusters).denied(step.needs).isEmpty
    return isDenied ? [] : [step]
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
