import KubernetesClient
import OpenClusterManagement

/// Why destroying a cluster does not begin. Nothing has been changed when one of these is thrown.
enum DestroyRefusal: WorkflowFailure {
  /// mcctl has not created the cluster, so it does not know its machines.
  case notCreated(name: String, hub: ClusterLocation)
  /// The agent is to be taken off, and no way to the API server was found.
  case unreachable(name: String, reason: String)
  /// A machine that is called lost is none of the cluster's.
  case unknownHost(name: String, address: String, hosts: [String])

  var id: ErrorID {
    switch self {
    case .notCreated: .deleteNotCreated
    case .unreachable: .deleteUnreachable
    case .unknownHost: .invalidRequest
    }
  }

  var category: ExitCategory {
    switch self {
    case .notCreated: .refused
    case .unreachable: .failed
    case .unknownHost: .usage
    }
  }

  var what: String {
    switch self {
    case .notCreated(let name, _): "mcctl has not created \(name), and does not know its machines"
    case .unreachable(let name, _):
      "the API server of \(name), whose agent goes first, is not reached"
    case .unknownHost(let name, let address, _): "\(address) is no machine of \(name)"
    }
  }

  var location: ClusterLocation? {
    if case .notCreated(_, let hub) = self { hub } else { nil }
  }

  var why: String? {
    switch self {
    case .notCreated(let name, _):
      "there is no Secret \(Names.Secret.createdCluster) in namespace \(name)"
    case .unreachable(_, let reason): reason
    case .unknownHost(_, _, let hosts): "it has \(hosts.joined(separator: ", "))"
    }
  }

  var next: [String] {
    switch self {
    case .notCreated(let name, _):
      [
        "take it out of the hub: mcctl delete \(name)",
        "if mcctl created it and its record was lost: mcctl create \(name) -f FILE --undo, after that",
      ]
    case .unreachable:
      [
        "name another way to it: --cluster-kubeconfig FILE",
        "if the cluster does not come back: --lost, and its machines are cleaned all the same",
      ]
    case .unknownHost: ["name addresses as they are in the cluster's description"]
    }
  }
}
