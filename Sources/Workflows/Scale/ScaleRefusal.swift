import KubernetesClient

/// Why the machines of a cluster are not changed: nothing has been.
enum ScaleRefusal: WorkflowFailure {
  /// A machine that is to join belongs to the cluster.
  case present(name: String, address: String)
  /// A machine that is to leave does not belong to the cluster.
  case unknown(name: String, address: String, known: [String])
  /// A machine was named as a master and is none, or the other way round.
  case otherRole(address: String, isMaster: Bool)
  /// No master would be left.
  case noMaster(name: String)
  /// The master on which sealer runs would leave, or would be another.
  case firstMaster(name: String, address: String)
  /// An even number of masters would be left.
  case evenMasters(name: String, count: Int)
  /// Too few masters are ready for a master to leave or to join.
  case quorum(name: String, members: Int, ready: Int, notReady: [String])
  /// A machine was called lost and is not to leave.
  case lostStays(name: String, address: String)
  /// A machine was called lost, and its node is ready.
  case alive(address: String, node: String)
  /// A machine that is to leave is not reached.
  case unreachable(address: String, reason: String)
  /// A machine that is to join has a Kubernetes already.
  case hostInUse(address: String, found: String)

  var id: ErrorID {
    switch self {
    case .present: .scalePresent
    case .unknown, .otherRole: .scaleUnknownHost
    case .noMaster, .firstMaster, .evenMasters, .quorum: .scaleMasters
    case .lostStays, .alive: .scaleNotLost
    case .unreachable: .scaleHostUnreachable
    case .hostInUse: .scaleHostInUse
    }
  }

  var category: ExitCategory {
    switch self {
    case .unknown: .notFound
    default: .refused
    }
  }

  var what: String {
    switch self {
    case .present(let name, let address): "\(address) is a machine of \(name) already"
    case .unknown(let name, let address, _): "\(address) is no machine of \(name)"
    case .otherRole(let address, let isMaster):
      "\(address) is a \(isMaster ? "master" : "node")"
    case .noMaster(let name): "\(name) would have no master"
    case .firstMaster(let name, let address):
      "\(address) is the first master of \(name), on which sealer runs: it has to stay the first"
    case .evenMasters(let name, let count): "\(name) would have \(count) masters"
    case .quorum(let name, let members, let ready, _):
      "etcd of \(name) would lose its quorum: \(ready) of \(members) members would be ready"
    case .lostStays(_, let address): "\(address) is called lost, and is not to leave"
    case .alive(let address, let node): "\(address) is not lost: its node \(node) is ready"
    case .unreachable(let address, _): "\(address) is to leave, and cannot be reached"
    case .hostInUse(let address, let found):
      "\(address) belongs to a Kubernetes cluster already: \(found) is there"
    }
  }

  var why: String? {
    switch self {
    case .evenMasters: "etcd needs an odd number: an even one survives no more failures"
    case .quorum(_, _, _, let notReady) where !notReady.isEmpty:
      "not ready: \(notReady.joined(separator: ", "))"
    case .quorum: "more than half have to be ready, before and after each one"
    case .unknown(_, _, let known): "there are \(known.joined(separator: ", "))"
    case .unreachable(_, let reason): reason
    default: nil
    }
  }

  var next: [String] {
    switch self {
    case .present: ["leave it out"]
    case .unknown, .lostStays: []
    case .otherRole(_, let isMaster):
      ["name it with \(isMaster ? "--remove-masters" : "--remove-nodes")"]
    case .noMaster(let name): ["to take the whole cluster down: mcctl delete \(name)"]
    case .firstMaster: ["keep it, and keep it before all other masters in the file"]
    case .evenMasters: ["let another one join or leave with it"]
    case .quorum:
      ["bring masters back first", "or remove those that are not ready, one with each command"]
    case .alive: ["leave --lost-hosts out, so that it is drained and cleaned"]
    case .unreachable(let address, _):
      ["make it reachable, so that it is cleaned", "if it is gone: --lost-hosts \(address)"]
    case .hostInUse: ["remove that first: kubeadm reset", "or name another machine"]
    }
  }
}
