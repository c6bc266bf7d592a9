import Documents
import KubernetesClient

/// The nodes of a cluster, told apart by the addresses of their machines.
struct ClusterNodes: Sendable {
  /// One node.
  struct Node: Sendable, Hashable {
    let value: Value

    /// Its name in the cluster.
    var name: String { value.at("metadata", "name")?.string ?? "" }
    /// The version of its kubelet, such as `v1.22.15`; nil when it does not tell.
    var kubelet: String? { value.at("status", "nodeInfo", "kubeletVersion")?.string }
    /// The architecture of its machine, such as `amd64`; nil when it does not tell.
    var architecture: String? { value.at("status", "nodeInfo", "architecture")?.string }
    /// Whether it belongs to the control plane, by its label.
    var isMaster: Bool {
      let labels = value.at("metadata", "labels")?.object ?? Object()
      return ["control-plane", "master"].contains { labels["node-role.kubernetes.io/\($0)"] != nil }
    }
    /// Whether pods may be scheduled to it.
    var isSchedulable: Bool { value.at("spec", "unschedulable")?.bool != true }
    /// Whether its kubelet says that it is ready.
    var isReady: Bool { ready?["status"]?.string == "True" }
    /// Why it is not.
    var complaint: String { ready?["message"]?.string ?? "not ready" }

    private var ready: Value? {
      (value.at("status", "conditions")?.array ?? []).first { $0["type"]?.string == "Ready" }
    }

    /// Whether that address is one of its.
    func has(_ address: String) -> Bool {
      (value.at("status", "addresses")?.array ?? []).contains { $0["address"]?.string == address }
    }
  }

  let all: [Node]

  /// Reads them.
  static func read(_ reader: APIReader) async throws -> ClusterNodes {
    ClusterNodes(all: try await reader.list(.nodes).items.map(Node.init))
  }

  /// The node of a machine; nil when the machine is none.
  func node(_ address: String) -> Node? { all.first { $0.has(address) } }

  /// What the first of these machines lacks to be a node that is ready; nil when nothing does.
  func complaint(of hosts: [HostSpecification]) -> String? {
    for host in hosts {
      guard let node = node(host.address) else { return "\(host.address) is no node yet" }
      if !node.isReady { return "node of \(host.address): \(node.complaint)" }
    }
    return nil
  }
}
