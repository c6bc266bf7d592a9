import Documents

/// Which machines an operator wants a cluster to have more or fewer, by their addresses.
public struct ScaleWish: Sendable, Hashable {
  /// Machines that join as masters.
  public var addedMasters: [String] = []
  /// Machines that join as nodes.
  public var addedNodes: [String] = []
  /// Masters that leave.
  public var removedMasters: [String] = []
  /// Nodes that leave.
  public var removedNodes: [String] = []
  /// Those that leave and are gone: nothing is done on them.
  public var lost: [String] = []

  /// Wants nothing.
  public init() {}

  /// All that join.
  var added: [String] { addedMasters + addedNodes }
  /// All that leave.
  var removed: [String] { removedMasters + removedNodes }

  /// A description with what is wanted; what cannot be told apart by address is left to the rules.
  ///
  /// - Parameter leaving: machines that are on their way out, as they were described: one that stays after all is again
  ///   what it was.
  func applied(to document: Value, leaving: [Value]) -> Value {
    var hosts = DescriptionDifference.hosts(document).filter { host in
      !removed.contains { DescriptionDifference.isSame($0, host["address"]?.string ?? "") }
    }
    let known = Set(hosts.compactMap { $0["address"]?.string })
    let masters = addedMasters.map { address -> Value in
      ["address": .string(address), "roles": [.string(HostSpecification.master)]]
    }
    let nodes = addedNodes.map { address -> Value in ["address": .string(address)] }
    let new = masters + nodes
    for host in new where !known.contains(host["address"]?.string ?? "") {
      let former = leaving.first {
        DescriptionDifference.isSame($0, host)
          && DescriptionDifference.isMaster($0) == DescriptionDifference.isMaster(host)
      }
      hosts.append(former ?? host)
    }
    var wanted = document
    wanted.set(.array(hosts), at: "spec", "hosts")
    return wanted
  }
}
