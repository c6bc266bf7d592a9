import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Waits until somebody has taken the agent off a cluster that is not reached from here.
struct LeaveStep: Sendable {
  let record: ManagedCluster
  let context: PlanningContext
  let waits: Bool

  /// The step.
  func step() -> Step {
    let (name, now) = (record.name, context.now)
    let lease = ObjectReference(
      type: .leases, namespace: name, name: Names.Lease.managedCluster)
    let change = PlannedChange(
      location: context.hubLocation, object: lease, action: .wait,
      note: "run leave.sh of its bundle where the cluster is")
    return Step.wait(
      id: "leave", title: "\(name)'s agent is taken off by leave.sh",
      location: context.hubLocation, changes: [change]
    ) { step in
      let sources = [
        WatchSource(key: "cluster", reader: context.hub, type: .managedClusters, name: name),
        WatchSource(
          key: "lease", reader: context.hub, type: .leases, namespace: name, name: lease.name),
      ]
      let wait = Wait<Void>(sources: sources) { objects in
        guard let cluster = objects["cluster"].first.map(ManagedCluster.init) else {
          return .satisfied(())
        }
        let departure = AgentDeparture(
          record: cluster, lease: objects["lease"].first.map(Lease.init))
        if departure.isOver(now()) { return .satisfied(()) }
        if let silence = departure.unexplainedSilence(now()) {
          throw LeavingUnseen(name: name, silence: silence, hub: context.hubLocation)
        }
        return .waiting(fact(departure, lease))
      }
      if try await wait.run(step, patience: waits ? nil : 2) != nil { return StepResult(.done) }
      return .pending(
        "run leave.sh of the bundle where the cluster is, and then this command again", writes: 0)
    }
  }

  private func fact(_ departure: AgentDeparture, _ lease: ObjectReference) -> BlockingFact {
    let seen = departure.lease?.renewTime.map { ", last heard of at \(Timestamp.text($0))" } ?? ""
    let reason =
      departure.isAnnounced
      ? "leave.sh has begun; the agent is to be silent for \(2 * record.leaseDurationSeconds) seconds\(seen)"
      : "the cluster is not reached from here: sh leave.sh (of its bundle) takes the agent off there\(seen)"
    return BlockingFact(
      goal: "the agent of \(record.name) to be taken off", reason: reason, object: lease,
      location: context.hubLocation, since: record.deletionTimestamp,
      inspect: lease.inspectCommand(context.hubLocation.connection))
  }
}

/// The agent is silent, and nothing says why: that of a bundle of an earlier release does not, and a network that is
/// down looks the same.
struct LeavingUnseen: WorkflowFailure {
  let name: String
  let silence: AgentSilence
  let hub: ClusterLocation

  var id: ErrorID { .leavingUnseen }
  var category: ExitCategory { .refused }
  var what: String { "nothing says that leave.sh has taken the agent of \(name) off" }
  var location: ClusterLocation? { hub }
  var why: String? {
    "it \(silence.text): bundles of earlier releases do not tell the hub, and a network that is down looks the same"
  }
  var next: [String] {
    [
      "if leave.sh has been run there: mcctl delete \(name) --lost",
      "if not: run it, and then mcctl delete \(name) again",
    ]
  }
}
