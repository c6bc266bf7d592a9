import KubernetesClient

/// What stands against changing the machines of a cluster, as far as it takes a look at them.
struct ScaleChecks {
  let request: ScaleRequest
  let situation: ScaleSituation

  private var name: String { request.site.name }
  private var nodes: ClusterNodes { situation.standing.nodes }

  /// Throws the first thing that stands against it.
  func run() throws {
    try situation.standing.check(for: request.change)
    try checkMachines()
    try checkQuorum()
  }

  private func checkMachines() throws(ScaleRefusal) {
    if let (address, file) = situation.foreign.min(by: { $0.key < $1.key }) {
      throw .hostInUse(address: address, found: file)
    }
    for host in request.leaving where request.isLost(host) {
      guard let node = nodes.node(host.address), node.isReady else { continue }
      throw .alive(address: host.address, node: node.name)
    }
  }

  /// Walks through what happens to the masters, in its order.
  private func checkQuorum() throws {
    let masters = (request.site.specification.hosts + request.leaving).filter(\.isMaster)
      .compactMap { host in nodes.node(host.address).map { (host, $0) } }
    let steps = ScaleGroups(request)
    var quorum = MasterQuorum(
      members: masters.count, ready: masters.filter { $0.1.isReady }.count)
    do throws(MasterQuorum.Lost) {
      for host in steps.lost.flatMap(\.self) where host.isMaster {
        guard let node = nodes.node(host.address) else { continue }
        try quorum.remove(isReady: node.isReady)
      }
      for host in request.joining
      where host.isMaster && nodes.node(host.address) == nil { try quorum.add() }
      for host in steps.leaving.flatMap(\.self) where host.isMaster {
        guard let node = nodes.node(host.address) else { continue }
        try quorum.remove(isReady: node.isReady)
      }
    } catch {
      throw ScaleRefusal.quorum(
        name: name, members: error.members, ready: error.ready,
        notReady: masters.filter { !$0.1.isReady }.map(\.0.address))
    }
  }
}
