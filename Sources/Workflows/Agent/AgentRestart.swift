import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Has an agent that runs begin anew with the credential that was written for it.
///
/// A pod of the agent keeps the certificate of a registration in a volume that lives as long as the pod,
/// and a container that merely starts again goes on with it as long as it looks valid (OCM,
/// registration/spoke). Only a new pod is sure to begin with what the Secrets hold. So the Deployment
/// goes, which the operator makes again out of the Klusterlet, and with it its pods. These do not give
/// their Lease back, and new ones would wait almost three minutes for it to expire; so it goes after them.
struct AgentRestart: Sendable {
  /// The Klusterlet's name, which the Deployments are called after.
  let klusterlet: String
  /// The namespace of the agent where it runs.
  let namespace: String
  let reader: APIReader
  let location: ClusterLocation

  /// A step that deletes the Deployments that were there before the credential was written; nil when
  /// there are none. With `rewrites` the credential is only about to be written.
  func step(rewrites: Bool) async throws -> Step? {
    let present = try await outdated(by: rewrites ? .distantFuture : credentialWritten())
    guard !present.isEmpty else { return nil }
    let leases = try await leases()
    let changes = (present + leases).map {
      PlannedChange(
        location: location, object: $0, action: .delete, note: "the agent's operator makes it anew")
    }
    let deletion = DeletionSteps(reader: reader, location: location)
    return Step(
      id: "restart", title: "restart the agent with its new credential", location: location,
      changes: changes, needs: changes.flatMap { AccessNeed.needs(of: $0, method: .apply) }
    ) { context in
      let deployments = try await outdated(by: credentialWritten())
      let pods = try await pods(of: deployments)
      var writes = try await deletion.delete(deployments, context)
      if writes > 0, context.mode.isPersistent {
        try await deletion.awaitGone(pods, context)
        writes += try await deletion.delete(leases, context)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// The Leases that pods of the agent hold now.
  private func leases() async throws -> [ObjectReference] {
    var present: [ObjectReference] = []
    for name in Names.Lease.registering {
      let lease = ObjectReference(type: .leases, namespace: namespace, name: name)
      if try await reader.present(lease) != nil { present.append(lease) }
    }
    return present
  }

  /// The pods of Deployments, which are called after them.
  private func pods(of deployments: [ObjectReference]) async throws -> [ObjectReference] {
    guard !deployments.isEmpty else { return [] }
    return try await reader.presentList(.pods, namespace: namespace)
      .compactMap { ObjectReference($0, type: .pods) }
      .filter { pod in deployments.contains { pod.name.hasPrefix("\($0.name)-") } }
  }

  /// When mcctl last changed the agent's credential, by the cluster's clock; nil when it never did.
  private func credentialWritten() async throws -> Date? {
    let secret = try await reader.getIfPresent(
      .secrets, Names.Secret.bootstrapHubKubeconfig, namespace: namespace)
    return secret?.lastApplied(by: ObjectReconciler.fieldManager)
  }

  /// The Deployments that register the cluster and were made before that moment.
  private func outdated(by moment: Date?) async throws -> [ObjectReference] {
    guard let moment else { return [] }
    var outdated: [ObjectReference] = []
    for name in Names.Deployment.registering(klusterlet: klusterlet) {
      let reference = ObjectReference(type: .deployments, namespace: namespace, name: name)
      guard let deployment = try await reader.present(reference), !deployment.isBeingDeleted,
        let made = Timestamp.date(deployment.at("metadata", "creationTimestamp")), made < moment
      else { continue }
      outdated.append(reference)
    }
    return outdated
  }
}

extension Value {
  /// When a field manager last changed the object by applying it (`metadata.managedFields`).
  fileprivate func lastApplied(by manager: String) -> Date? {
    let entry = at("metadata", "managedFields")?.array?.first {
      $0["manager"]?.string == manager && $0["operation"]?.string == "Apply"
    }
    return Timestamp.date(entry?["time"])
  }
}
