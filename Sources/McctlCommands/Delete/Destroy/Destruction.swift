import KubernetesClient
import OpenClusterManagement
import Workflows

/// What destroying one cluster takes: its machines, logged in to as they are needed, and the way to its API server.
struct Destruction: Sendable {
  let context: CommandContext
  let hub: ClusterAccess
  let hubOptions: HubOptions
  /// How it is taken out of the hub before.
  let unregistering: UnregisterRequest
  /// How its machines are logged in to, over what the hub keeps of that.
  let ssh: SSHOptions
  let sealer: SealerOptions
  var lostHosts: Set<String> = []
  /// The way to the cluster, when one was named.
  var managed: ClusterAccess?
  /// Where its agent runs, when that was named.
  var hosting: ClusterAccess?

  private var name: String { unregistering.name }

  /// Runs the body with the operation and the clusters that it works on.
  ///
  /// - Parameter exclusively: whether nobody else may work on the machines meanwhile; false where nothing is changed.
  func with<R: Sendable>(
    exclusively: Bool, _ body: @escaping @Sendable (Destroy, Clusters) async throws -> R
  ) async throws -> R {
    guard
      case .machines(let origin, let needsCluster) = try await DestroyTarget.read(name, on: hub)
    else {
      return try await body(Destroy(request(nil)), Clusters(hub: hub))
    }
    let file = try await ClusterFile(origin, ssh, name: name, context)
      .completed(name, on: hub)
    return try await context.withMachines(file) { machines in
      let work = { @Sendable in
        try await body(
          Destroy(request(machines)), try await clusters(machines, needsCluster: needsCluster))
      }
      let first = machines.specification.firstMaster.address
      guard exclusively, !lostHosts.contains(first) else { return try await work() }
      return try await machines.exclusively(
        "delete \(name) --destroy", lost: { context.reporter.note($0) }, work)
    }
  }

  private func clusters(_ machines: Machines, needsCluster: Bool) async throws -> Clusters {
    var managed = managed
    if managed == nil, needsCluster, !unregistering.isLost {
      let config = try await site(machines).administratorForDestroying(without: lostHosts)
      let found = try context.access(config, hubOptions)
      context.announce(managed: found)
      managed = found
    }
    return Clusters(hub: hub, managed: managed, hosting: hosting)
  }

  private func request(_ machines: Machines?) -> DestroyRequest {
    DestroyRequest(
      unregistering: unregistering, site: machines.map(site), lostHosts: lostHosts)
  }

  private func site(_ machines: Machines) -> ClusterSite {
    sealer.site(name, machines, command: "mcctl delete \(name) --destroy", context, hubOptions)
  }

  /// One line for people about what it came to.
  static func sentence(_ report: DestroyReport) -> String {
    let hub = report.hub
    guard hub.outcome == .removed || hub.outcome == .removedWithResidue else {
      return DeleteClustersCommand.sentence(hub)
    }
    let left =
      hub.left.map { "  \($0.object) in \($0.location)" }
      + report.staying.map { "  on \($0.address): \($0.what)" }
    guard !left.isEmpty else { return "cluster \(hub.name) destroyed" }
    return (["cluster \(hub.name) destroyed; left behind:"] + left).joined(separator: "\n")
  }
}

extension DeleteClustersCommand {
  /// `--destroy` of one cluster.
  func runDestroy(_ context: CommandContext, _ hub: ClusterAccess) async throws -> CommandOutcome {
    let name = names[0]
    let destruction = try destruction(of: name, context, hub)
    let deletion = ConfirmedDeletion(
      context: context, clusters: Clusters(hub: hub, managed: destruction.managed), change: change)
    try deletion.begin()
    let runner = try context.runner(change, standard: Creation.standardTime)
    return try await destruction.with(
      exclusively: runner.mode.isPersistent
    ) { workflow, clusters in
      try await deletion.run(
        workflow, on: clusters, by: runner, asking: name, verb: "destroy",
        names: [ResourceName.cluster(name)], sentence: Destruction.sentence)
    }
  }

  /// What the flags say of destroying one cluster.
  func destruction(
    of name: String, _ context: CommandContext, _ hub: ClusterAccess
  ) throws -> Destruction {
    Destruction(
      context: context, hub: hub, hubOptions: self.hub, unregistering: request(name),
      ssh: destruction.ssh, sealer: destruction.sealer, lostHosts: destruction.lostAddresses,
      managed: try context.managedCluster(cluster, self.hub),
      hosting: try context.hostingCluster(hosting, self.hub))
  }
}
