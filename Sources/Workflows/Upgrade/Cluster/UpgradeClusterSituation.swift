import KubernetesClient
import RemoteHosts
import Sealer

/// What is there before a cluster is moved to another image.
struct UpgradeClusterSituation: Sendable {
  /// Who the hub is: the UID of its namespace kube-system.
  let hub: String
  /// What is on the first master.
  let machine: MachineState
  /// How far sealer is with creating the cluster.
  let creation: SealerWork
  /// How far sealer is with moving it.
  let work: SealerWork
  /// How far sealer was with the move that is taken back; nil unless one is.
  let takenBack: SealerWork?
  /// The runs of sealer that are under way.
  let runs: [String]
  /// Whether sealer knows how to upgrade.
  let canUpgrade: Bool
  /// The version of the API server.
  let server: KubernetesVersion?
  /// The nodes that the cluster has.
  let nodes: ClusterNodes
  /// The first master, with its sealer.
  let sealer: SealerHost

  private static let probe = LookScript(
    """
    PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin; HOME=/root; export PATH HOME
    cd /root; sealer "$@" >/dev/null 2>&1 </dev/null
    """)

  /// Looks everywhere. Every machine is logged in to, which verifies its key.
  static func read(
    _ request: UpgradeClusterRequest, _ context: PlanningContext, _ managed: APIReader
  ) async throws -> UpgradeClusterSituation {
    let site = request.site
    let session = try await site.machines.first()
    let machine = try await MachineState.read(session, site.paths, image: request.image)
    let sealer = SealerHost(site: site, session: session, release: machine.release)
    let machines = site.machines
    for result in await machines.connections.each(
      site.specification.hosts, { _ = try await machines.session($0) })
    {
      try result.get()
    }
    let isThere = machine.sealer != nil
    return UpgradeClusterSituation(
      hub: try await context.hub.clusterIdentity(), machine: machine,
      creation: try await SealerWork.read(
        "\(site.name)-create", record: site.paths.attempt, on: session),
      work: try await sealer.work("upgrade-\(request.change.number)"),
      takenBack: request.change.isRollback
        ? try await sealer.work("upgrade-\(request.change.number - 1)") : nil,
      runs: try await sealer.runsUnderWay(),
      canUpgrade: isThere
        ? try await session.tryLook(
          probe, arguments: SealerCommand.upgradeUsage.arguments(for: sealer.knownRelease),
          timeout: .seconds(60)
        ).exitCode == 0 : true,
      server: KubernetesVersion(try await managed.version().gitVersion),
      nodes: try await ClusterNodes.read(managed), sealer: sealer)
  }
}
