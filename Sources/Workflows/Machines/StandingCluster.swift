import KubernetesClient
import RemoteHosts

/// What is there of a cluster that stands, before it is changed: on the hub, in the cluster and on its first master.
struct StandingCluster: Sendable {
  /// Who the hub is: the UID of its namespace kube-system.
  let hub: String
  /// What is on the first master.
  let machine: MachineState
  /// How far sealer is with creating the cluster.
  let creation: SealerWork
  /// The runs of sealer that are under way.
  let runs: [String]
  /// The nodes that the cluster has.
  let nodes: ClusterNodes
  /// The first master, with its sealer.
  let sealer: SealerHost
  /// What the distribution checks by itself; nil where it checks nothing.
  let health: DistributionHealth?
  /// What of that failed before the change; nil where nothing told.
  let failingBefore: [String]?

  /// Looks everywhere but on the other machines.
  static func read(
    _ site: ClusterSite, before change: ClusterChange, _ context: PlanningContext,
    _ managed: APIReader
  ) async throws -> StandingCluster {
    let session = try await site.machines.first()
    let machine = try await MachineState.read(
      session, site.paths, image: site.specification.image.name)
    let sealer = SealerHost(site: site, session: session, release: machine.release)
    let health = DistributionHealth(site, session)
    var failing = change.failingChecks
    if failing == nil { failing = try await health?.failing(managed) }
    return StandingCluster(
      hub: try await context.hub.clusterIdentity(), machine: machine,
      creation: try await SealerWork.creation(of: site, on: session),
      runs: try await sealer.runsUnderWay(), nodes: try await ClusterNodes.read(managed),
      sealer: sealer, health: health, failingBefore: failing)
  }

  /// Throws unless this is the cluster that mcctl has created, with a sealer that can be driven and does nothing else.
  func check(for change: ClusterChange) throws {
    try sealer.checkCreated(machine, creation, hub: hub)
    try sealer.checkRuns(runs, change: change)
    try sealer.checkRelease(machine)
  }
}

extension Machines {
  /// Logs in to machines, which verifies their keys.
  ///
  /// - Parameter failed: what is thrown when one is not reached; nil for what logging in throws.
  func reach(
    _ hosts: [HostSpecification],
    failed: (HostSpecification, RemoteHostError) -> (any Error)? = { _, _ in nil }
  ) async throws {
    let results = await connections.each(hosts) { _ = try await session($0) }
    for (host, result) in zip(hosts, results) {
      do {
        try result.get()
      } catch let error as RemoteHostError {
        throw failed(host, error) ?? error
      }
    }
  }
}
