/// In which groups machines join and leave: each group is one run of sealer. Masters go one by one, since each is a member
/// of etcd; nodes together, a bounded number at a time.
struct ScaleGroups: Sendable {
  /// How many nodes sealer gets at a time.
  static let limit = 16

  /// Machines that are gone, which leave first: they count against etcd's quorum.
  let lost: [[HostSpecification]]
  /// Machines that join.
  let joining: [[HostSpecification]]
  /// Machines that leave in good order.
  let leaving: [[HostSpecification]]

  init(_ request: ScaleRequest) {
    let limit = request.oneByOne ? 1 : Self.limit
    lost = Self.groups(request.leaving.filter(request.isLost), limit)
    joining = Self.groups(request.joining, limit)
    leaving = Self.groups(request.leaving.filter { !request.isLost($0) }, limit)
  }

  /// Masters one by one, then the nodes.
  static func groups(_ hosts: [HostSpecification], _ limit: Int) -> [[HostSpecification]] {
    let nodes = hosts.filter { !$0.isMaster }
    return hosts.filter(\.isMaster).map { [$0] }
      + stride(from: 0, to: nodes.count, by: limit).map {
        Array(nodes[$0..<min($0 + limit, nodes.count)])
      }
  }

  /// What the runs of sealer are called that let a group join.
  static func joiningPart(_ group: [HostSpecification], _ change: ClusterChange) -> String {
    "scale-\(change.number)-join-\(word(group))"
  }

  /// A word for a group in names of runs and files.
  static func word(_ group: [HostSpecification]) -> String {
    let first = (group.first?.address ?? "").replacing(":", with: "_")
    return group.count > 1 ? "\(first).and.\(group.count - 1)" : first
  }
}
