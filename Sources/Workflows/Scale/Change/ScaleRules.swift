import Documents

/// What a change of a cluster's machines has to keep to, as far as descriptions tell.
struct ScaleRules: Sendable {
  let name: String
  let origin: ClusterOrigin

  private var hosts: [Value] { DescriptionDifference.hosts(origin.present) }

  private func host(_ address: String, among hosts: [Value]) -> Value? {
    hosts.first { DescriptionDifference.isSame($0["address"]?.string ?? "", address) }
  }

  /// Every machine that a flag names is one that can join or leave. Those of the change that is under way are.
  func check(_ wish: ScaleWish) throws(ScaleRefusal) {
    let pending = origin.change
    for address in wish.added {
      guard host(address, among: hosts) != nil, pending?.added.contains(address) != true else {
        continue
      }
      throw .present(name: name, address: address)
    }
    for (address, isMaster) in wish.removedMasters.map({ ($0, true) })
      + wish.removedNodes.map({ ($0, false) })
    {
      if host(address, among: pending?.removed ?? []) != nil { continue }
      guard let host = host(address, among: hosts) else {
        throw .unknown(
          name: name, address: address, known: hosts.compactMap { $0["address"]?.string })
      }
      guard DescriptionDifference.isMaster(host) == isMaster else {
        throw .otherRole(address: address, isMaster: !isMaster)
      }
    }
  }

  /// Nothing but the machines differs.
  func check(_ difference: DescriptionDifference) throws {
    if let change = origin.change, change.kind != .scale {
      throw ChangeRefusal.underWay(name: name, change: change)
    }
    let others = difference.unchangeable + (difference.image == nil ? [] : ["spec.image.name"])
    guard others.isEmpty else {
      throw ChangeRefusal.changed(
        name: name, places: others, kind: .scale,
        next: difference.image == nil
          ? difference.remedies(name, but: "spec.hosts")
          : ["move it to another image: mcctl upgrade \(name) -f FILE"])
    }
  }

  /// The masters that are left can rule, sealer stays where it is, and only what leaves is lost.
  func check(_ document: Value, _ change: ClusterChange) throws(ScaleRefusal) {
    let masters = DescriptionDifference.hosts(document).filter(DescriptionDifference.isMaster)
    let former = hosts.filter(DescriptionDifference.isMaster)
    guard !masters.isEmpty else { throw .noMaster(name: name) }
    if let first = former.first?["address"]?.string,
      !DescriptionDifference.isSame(first, masters[0]["address"]?.string ?? "")
    {
      throw .firstMaster(name: name, address: first)
    }
    guard !masters.count.isMultiple(of: 2) else {
      throw .evenMasters(name: name, count: masters.count)
    }
    for address in change.lost where host(address, among: change.removed) == nil {
      throw .lostStays(name: name, address: address)
    }
  }
}
