import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// The steps from an agent that runs to a cluster that is registered: its request is verified and
/// approved, the cluster accepted, and its registration seen. An import and an acceptance share them.
struct RegistrationSteps: Sendable {
  let clusterName: String
  let hub: APIReader
  let location: ClusterLocation
  let approval: RequestApproval
  /// What a request must be like; asked when requests are looked at, since the credential may only
  /// just have been minted.
  let expectation: @Sendable () -> RegistrationExpectation
  /// Looks for the cause on the managed cluster, when that can be reached.
  var diagnosis: (@Sendable () async throws -> BlockingFact?)?
  let now: @Sendable () -> Date
  /// For an agent that asks for a certificate anew: it has to have it, whatever the record still says
  /// of an earlier one.
  var certificate: CertificateSource?
  /// The cluster has joined before, and its agent asks for another certificate.
  var asksAnew = false
  /// Done before requests are first looked at.
  var prepare: @Sendable () async throws -> Void = {}

  var recordReference: ObjectReference {
    ObjectReference(type: .managedClusters, name: clusterName)
  }

  var recordSource: WatchSource {
    WatchSource(key: "cluster", reader: hub, type: .managedClusters, name: clusterName)
  }

  /// Waits for a request that verifies and approves it. Already approved is fine, and already joined
  /// unless the agent asks anew.
  func approve() -> Step {
    let title = "verify and approve the request of \(clusterName)'s agent"
    let change = PlannedChange(
      location: location, object: approval.placeholder, action: .update,
      note: "approved after verification")
    return Step(
      id: "approve", title: title, location: location, changes: [change],
      needs: RequestApproval.needs, dryRun: .skip("a dry run brings about no request")
    ) { context in
      let count = Shared(0)
      try await prepare()
      try await Wait<Void>(
        sources: [approval.source(hub), recordSource], explain: diagnosis
      ) { objects in
        let approvals = try await approvePending(objects, context)
        count.update { $0 += approvals.count }
        if approvals.isThrough || !asksAnew && certificate == nil && isJoined(objects) {
          return .satisfied(())
        }
        return .waiting(approvals.picture.blockingFact(cluster: clusterName, hub: location))
      }.run(context)
      return StepResult(count.value > 0 ? .done : .unchanged, writes: count.value)
    }
  }

  /// Approves what is there now, without waiting.
  func approveWhatIsThere() -> Step {
    let change = PlannedChange(
      location: location, object: approval.placeholder, action: .wait,
      note: "approved after verification, if it is there")
    return Step(
      id: "approve", title: "approve a request of \(clusterName)'s agent that is there already",
      location: location, changes: [change], dryRun: .skip("a dry run brings about no request")
    ) { context in
      let picture = approval.picture(of: try await approval.read(hub), expecting: expectation())
      let count = try await approval.approve(picture, context)
      guard count == 0, picture.approved.isEmpty else {
        return StepResult(count > 0 ? .done : .unchanged, writes: count)
      }
      return StepResult(
        .skipped, message: "no request to approve yet; mcctl accept \(clusterName) does it later")
    }
  }

  func approvePending(
    _ objects: WatchedObjects, _ context: StepContext
  ) async throws -> (picture: RequestApproval.Picture, count: Int, isThrough: Bool) {
    let requests = objects["requests"].map(CertificateSigningRequest.init)
    let picture = approval.picture(of: requests, expecting: expectation())
    let count = try await approval.approve(picture, context)
    return (picture, count, count > 0 || !picture.approved.isEmpty)
  }

  func isJoined(_ objects: WatchedObjects) -> Bool {
    objects["cluster"].first.map(ManagedCluster.init)?
      .condition(Names.ConditionType.joined)?.isTrue ?? false
  }

}

extension RegistrationSteps {
  /// Lets the hub accept the cluster.
  func accept(_ record: ManagedCluster?) -> Step {
    let isAccepted = record?.isAcceptedByHub ?? false
    let change = PlannedChange(
      location: location, object: recordReference, action: isAccepted ? .unchanged : .update,
      note: isAccepted ? nil : "accepted by the hub")
    return Step(
      id: "accept", title: "accept \(clusterName)", location: location, changes: [change],
      needs: isAccepted ? [] : RequestApproval.acceptNeeds(clusterName)
    ) { context in
      let present = try await hub.getIfPresent(.managedClusters, clusterName)
      guard let present else {
        guard context.mode == .serverDryRun else {
          throw ClusterUnknown(name: clusterName, hub: location)
        }
        return StepResult(.skipped, message: "the record does not exist in a dry run")
      }
      guard !ManagedCluster(present).isAcceptedByHub else { return StepResult(.unchanged) }
      _ = try await Convergence.run {
        try await context.hub.patch(
          .managedClusters, clusterName, .merge(["spec": ["hubAcceptsClient": true]]))
      }
      return StepResult(.done, writes: 1)
    }
  }

  /// Accepts the cluster when its request is approved, or it has joined before; else leaves it to a
  /// later `accept`.
  func acceptIfApproved(_ record: ManagedCluster?) -> Step {
    let accepting = accept(record)
    return Step(
      id: accepting.summary.id, title: accepting.summary.title, location: location,
      changes: [
        PlannedChange(
          location: location, object: recordReference, action: .wait,
          note: "accepted once its request is approved")
      ],
      needs: accepting.needs, dryRun: .skip("a dry run approves nothing")
    ) { context in
      let picture = approval.picture(of: try await approval.read(hub), expecting: expectation())
      let isJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
      guard isJoined || !picture.approved.isEmpty else {
        return StepResult(
          .skipped, message: "not accepted: no request of its agent is approved yet")
      }
      return try await accepting.body(context)
    }
  }

  /// Waits until the cluster is registered. An agent that starts anew in between asks again with a
  /// new key, so further requests that verify are approved.
  func awaitRegistered() -> Step {
    let change = PlannedChange(location: location, object: recordReference, action: .wait)
    return Step(
      id: "registered", title: "\(clusterName) is registered", location: location,
      changes: [change], dryRun: .skip("a dry run waits for nothing")
    ) { context in
      let count = Shared(0)
      try await Wait<Void>(
        sources: [recordSource, approval.source(hub)] + (certificate.map { [$0.source] } ?? []),
        explain: diagnosis
      ) { objects in
        guard let cluster = objects["cluster"].first.map(ManagedCluster.init) else {
          throw ClusterUnknown(name: clusterName, hub: location)
        }
        let state = RegistrationState.evaluate(cluster, now: now())
        let missing = certificate?.blockingFact(objects, cluster: clusterName)
        guard let fact = state.blocker.map(fact) ?? missing else { return .satisfied(()) }
        let approvals = try await approvePending(objects, context)
        count.update { $0 += approvals.count }
        return .waiting(fact)
      }.run(context)
      let outcome = try await RegistrationOutcome(
        clusterName: clusterName, location: location, now: now
      ).write(context.hub)
      return StepResult(.done, message: outcome.message, writes: count.value + outcome.writes)
    }
  }

  private func fact(_ blocker: RegistrationState.Blocker) -> BlockingFact {
    BlockingFact(
      goal: "\(clusterName) to be registered", reason: blocker.message, object: recordReference,
      location: location, since: blocker.since,
      inspect: "mcctl status \(clusterName) --context \(location.connection.contextName)")
  }
}
