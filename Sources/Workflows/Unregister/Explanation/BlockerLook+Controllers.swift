import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

extension BlockerLook {
  /// Controllers without which nobody takes OCM's finalizers off: the hub's, and the agent's operator.
  func controllerBlockers() async throws -> [DeletionBlocker] {
    var blockers: [DeletionBlocker] = []
    if let record, record.isBeingDeleted,
      record.finalizers.contains(where: Names.Finalizer.isOpenClusterManagement),
      let blocker = try await missing(
        "cluster-manager-registration-controller", in: Names.Namespace.hub, hub, location,
        holding: record.reference, since: record.deletionTimestamp, who: "the hub's administrator")
    {
      blockers.append(blocker)
    }
    guard let managed else { return blockers }
    for klusterlet in try await managed.reader.presentList(.klusterlets).map(Klusterlet.init)
    where klusterlet.isBeingDeleted {
      let blocker = try await missing(
        Names.ServiceAccount.klusterlet, in: Names.Namespace.openClusterManagement, managed.reader,
        managed.location, holding: klusterlet.reference, since: klusterlet.deletionTimestamp,
        who: "the administrator of \(name)")
      blockers += blocker.map { [$0] } ?? []
    }
    return blockers
  }

  private func missing(
    _ deployment: String, in namespace: String, _ reader: APIReader, _ location: ClusterLocation,
    holding object: ObjectReference, since: Date?, who: String
  ) async throws -> DeletionBlocker? {
    let found = try await reader.present(
      ObjectReference(type: .deployments, namespace: namespace, name: deployment))
    let state = found.map(DeploymentState.init)
    guard state.map({ $0.available == 0 }) ?? true else { return nil }
    return DeletionBlocker(
      kind: .controller, object: object.description, place: location.description,
      reason: "waits for Deployment \(namespace)/\(deployment), "
        + (state.map { "which has \($0.words)" } ?? "which is not there"),
      since: since, who: who,
      command: "kubectl \(location.connection.kubectlFlags) -n \(namespace) "
        + "get deployments,pods")
  }
}
