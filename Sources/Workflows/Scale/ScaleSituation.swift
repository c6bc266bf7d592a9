import Documents
import KubernetesClient
import RemoteHosts

/// What is there before the machines of a cluster change: on the hub, in the cluster and on the machines.
struct ScaleSituation: Sendable {
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
  /// What was found of a cluster on machines that are to join, by address.
  let foreign: [String: String]

  /// Looks everywhere. Every machine but those that are lost is logged in to, which verifies its key.
  static func read(
    _ request: ScaleRequest, _ context: PlanningContext, _ managed: APIReader
  ) async throws -> ScaleSituation {
    let site = request.site
    let session = try await site.machines.first()
    let machine = try await MachineState.read(
      session, site.paths, image: site.specification.image.name)
    let sealer = SealerHost(site: site, session: session, release: machine.release)
    let nodes = try await ClusterNodes.read(managed)
    try await reach(request)
    return ScaleSituation(
      hub: try await context.hub.clusterIdentity(), machine: machine,
      creation: try await SealerWork.read(
        "\(site.name)-create", record: site.paths.attempt, on: session),
      runs: try await sealer.runsUnderWay(), nodes: nodes, sealer: sealer,
      foreign: try await foreign(request, sealer, nodes))
  }

  /// Logs in to all machines that something is done on.
  private static func reach(_ request: ScaleRequest) async throws {
    let machines = request.site.machines
    let leaving = request.leaving.filter { !request.isLost($0) }
    let hosts = machines.specification.hosts + leaving
    let results = await machines.connections.each(hosts) { _ = try await machines.session($0) }
    for (host, result) in zip(hosts, results) {
      do {
        try result.get()
      } catch let error as RemoteHostError where leaving.contains(host) {
        throw ScaleRefusal.unreachable(
          address: host.address, reason: WorkflowError(mapping: error).why ?? "\(error)")
      }
    }
  }

  /// Machines that join and are neither nodes of the cluster nor known to sealer must not be another cluster's.
  private static func foreign(
    _ request: ScaleRequest, _ sealer: SealerHost, _ nodes: ClusterNodes
  ) async throws -> [String: String] {
    let known = try await sealer.members()
    let machines = request.site.machines
    let new = request.joining.filter {
      nodes.node($0.address) == nil && !known.contains($0.address)
    }
    let found = await machines.connections.each(new) { host in
      try await machines.session(host).look(
        "look for a cluster", MachineScripts.clusterFiles, timeout: .seconds(60)
      ).text
    }
    var foreign: [String: String] = [:]
    for (host, result) in zip(new, found) {
      let file = try result.get()
      if !file.isEmpty { foreign[host.address] = file }
    }
    return foreign
  }
}

extension ScaleRequest {
  /// The machines that join.
  var joining: [HostSpecification] {
    site.specification.hosts.filter { change.added.contains($0.address) }
  }
  /// The machines that leave.
  var leaving: [HostSpecification] {
    let ssh = site.specification.document.at("spec", "ssh") ?? .object(Object())
    return change.removed.map { HostSpecification($0, over: ssh) }
  }
  /// Whether a machine that leaves is gone.
  func isLost(_ host: HostSpecification) -> Bool { change.lost.contains(host.address) }
}
