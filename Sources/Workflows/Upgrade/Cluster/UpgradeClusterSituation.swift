import KubernetesClient
import RemoteHosts
import Sealer

/// What is there before a cluster is moved to another image.
struct UpgradeClusterSituation: Sendable {
  /// The cluster as it stands.
  let standing: StandingCluster
  /// How far sealer is with moving it.
  let work: SealerWork
  /// How far sealer was with the move that is taken back; nil unless one is.
  let takenBack: SealerWork?
  /// Whether sealer knows how to upgrade.
  let canUpgrade: Bool
  /// The version of the API server.
  let server: KubernetesVersion?
  /// What the checks of the machines say; nil once sealer has begun.
  let inspection: MachineInspection?

  /// Whether sealer has begun with it; the nodes and their versions are on their way then.
  static func isBegun(_ work: SealerWork, _ change: ClusterChange) -> Bool {
    work.isBegun || change.isRollback
  }

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
    let standing = try await StandingCluster.read(
      site, before: request.change, context, managed)
    let sealer = standing.sealer
    let hosts = site.specification.hosts
    try await site.machines.reach(hosts)
    let work = try await sealer.work("upgrade-\(request.change.number)")
    return UpgradeClusterSituation(
      standing: standing, work: work,
      takenBack: request.change.isRollback
        ? try await sealer.work("upgrade-\(request.change.number - 1)") : nil,
      canUpgrade: standing.machine.sealer != nil
        ? try await sealer.session.tryLook(
          probe, arguments: SealerCommand.upgradeUsage.arguments(for: sealer.knownRelease),
          timeout: .seconds(60)
        ).exitCode == 0 : true,
      server: KubernetesVersion(try await managed.version().gitVersion),
      inspection: isBegun(work, request.change)
        ? nil
        : try await .made(
          site.machines, of: hosts.map { HostChecks.Subject(host: $0, extent: .upgrade) },
          nodes: standing.nodes, purpose: .upgrade))
  }
}
