/// Which machines belong to a cluster by what sealer and the cluster itself say.
struct ClusterPresence: Sendable {
  /// Addresses of the machines that sealer takes for the cluster's.
  let members: [String]
  /// The cluster's nodes.
  let nodes: ClusterNodes

  /// Whether one of them knows the machine; it may have joined by half.
  func knows(_ host: HostSpecification) -> Bool {
    members.contains(host.address) || nodes.node(host.address) != nil
  }
}
