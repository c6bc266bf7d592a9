import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Waits until clusters are registered, and notes on the record of each that it is. Beyond that it
/// writes only for clusters that are to join by a bundle and may be accepted by the caller: their
/// requests are verified and approved.
public struct AwaitRegistration: Workflow {
  /// The command's word.
  public let operation = "status"
  /// The clusters, by name.
  public let names: [String]

  /// What the operation is about.
  public var subject: String? { names.count == 1 ? names[0] : nil }

  /// Prepares to wait for all of the named clusters.
  public init(names: [String]) { self.names = names }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<StatusReport> {
    var steps: [Step] = []
    for name in names {
      let record = try await context.cluster(name)
      let manual = ManualRegistration(
        clusterName: name, record: record, context: context,
        approval: RequestApproval(clusterName: name, takesOneClaimant: true))
      if record?.awaitsBundle == true, try await manual.isPermitted() {
        steps += (manual.steps + (try await manual.revocation())).map { $0.identified(by: name) }
      } else {
        steps.append(waiting(for: name, context))
      }
    }
    let status = Status(StatusRequest(names: names), now: context.now)
    let hub = context.clusters.hub
    return Plan(operation: operation, subject: subject, steps: steps) { _ in
      try await status.report(on: hub)
    }
  }

  private func waiting(for name: String, _ context: PlanningContext) -> Step {
    let location = context.hubLocation
    return .wait(
      id: "registered-\(name)", title: "\(name) is registered", location: location,
      changes: [
        PlannedChange(
          location: location, object: ObjectReference(type: .managedClusters, name: name),
          action: .wait)
      ]
    ) { step in
      try await RegistrationWait(name: name, reader: context.hub, now: context.now).run(step)
      return try await RegistrationOutcome(
        clusterName: name, location: location, now: context.now
      ).write(step.hub)
    }
  }
}

/// Waits for one cluster to be registered, by its record alone; for what keeps it from it, its certificate
/// requests are looked at too.
struct RegistrationWait: Sendable {
  let name: String
  let reader: APIReader
  let now: @Sendable () -> Date

  func run(_ context: StepContext) async throws {
    let source = WatchSource(
      key: "cluster", reader: reader, type: .managedClusters, name: name)
    try await Wait<Void>(sources: [source], explain: { try await cause() }) { objects in
      guard let cluster = objects["cluster"].first.map(ManagedCluster.init) else {
        return .waiting(fact("there is no ManagedCluster \(name) on the hub", since: nil))
      }
      let state = RegistrationState.evaluate(cluster, now: now())
      guard let blocker = state.blocker else { return .satisfied(()) }
      return .waiting(fact(blocker.message, since: blocker.since))
    }.run(context)
  }

  /// What `status` says of the cluster.
  private func cause() async throws -> BlockingFact? {
    guard let cluster = try await reader.getIfPresent(.managedClusters, name) else { return nil }
    let requests = try await RequestApproval(clusterName: name).read(reader)
    let row = StatusRow(ManagedCluster(cluster), requests: requests, now: now())
    return row.blocker.map { fact($0.message, since: $0.since) }
  }

  private func fact(_ reason: String, since: Date?) -> BlockingFact {
    BlockingFact(
      goal: "\(name) to be registered", reason: reason,
      object: ObjectReference(type: .managedClusters, name: name),
      location: ClusterLocation(side: .hub, connection: reader.connection), since: since,
      inspect: "mcctl status \(name) -o yaml --context \(reader.connection.contextName)")
  }
}
