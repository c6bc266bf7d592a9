import Documents
import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Sealer

/// What is there before a cluster is created, on the hub and on the first master.
struct CreateSituation: Sendable {
  /// The record on the hub.
  let record: ManagedCluster?
  /// What the hub keeps of a cluster that mcctl created.
  let origin: ClusterOrigin?
  /// Who the hub is: the UID of its namespace kube-system.
  let hub: String
  /// What is on the first master.
  let machine: MachineState
  /// Where the run of sealer stands that is the latest attempt.
  let run: JobState
  /// The first master.
  let session: RemoteSession

  /// Looks at both sides.
  static func read(
    _ request: CreateRequest, _ context: PlanningContext
  ) async throws -> CreateSituation {
    let name = request.name
    let record = try await context.hub.present(
      ObjectReference(type: .managedClusters, name: name))
    let origin = try await ClusterOrigin.read(name, context.hub)
    let session = try await request.machines.first()
    let machine = try await MachineState.read(
      session, request.paths, image: request.specification.image.name)
    let number = Self.number(machine.attempt)
    let run = try await DetachedJob(
      id: Self.runName(name, number), on: session
    ).state()
    return CreateSituation(
      record: record.map(ManagedCluster.init), origin: origin,
      hub: try await context.hub.clusterIdentity(), machine: machine, run: run, session: session)
  }

  /// The attempt that is to be made, or is being made.
  var number: Int { Self.number(machine.attempt) }

  /// A cluster that stands is the outcome of its attempt; after a failure the next one is made.
  private static func number(_ latest: Attempt?) -> Int {
    guard let latest else { return 1 }
    return latest.stands ? latest.number : latest.number + 1
  }

  /// The name of a run of sealer on the machine.
  static func runName(_ name: String, _ number: Int) -> String { "\(name)-create-\(number)" }

  /// Whether sealer is done, and the cluster is there.
  var isCreated: Bool { machine.attempt?.stands ?? false }
  /// Whether a run of sealer is under way, or ended without having been read to the end.
  var isUnderWay: Bool {
    guard !isCreated else { return false }
    switch run {
    case .running, .finished: return true
    case .absent, .lost: return false
    }
  }
  /// Whether a failed attempt has left something that stands against the next one.
  var needsCleaning: Bool {
    guard !isCreated, !isUnderWay else { return false }
    if case .lost = run { return true }
    return machine.attempt?.needsCleaning ?? false
  }
}

extension Attempt {
  /// Whether there is a cluster: sealer succeeded, or only the image's last check of it did not pass.
  var stands: Bool {
    guard let failure else { return true }
    return SealerFailure(rawValue: failure)?.leavesWorkingCluster ?? false
  }
}
