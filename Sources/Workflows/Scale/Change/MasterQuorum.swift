/// Whether etcd, which has a member on every master, keeps its quorum while masters come and go one after the other: more
/// than half of the members have to be ready before each step, to agree to it, and after it.
struct MasterQuorum: Sendable, Hashable {
  /// How many members there are.
  private(set) var members: Int
  /// How many of them are ready.
  private(set) var ready: Int

  /// What a step leaves.
  struct Lost: Error, Hashable {
    let members: Int
    let ready: Int
  }

  /// Whether those that are ready are more than half.
  var holds: Bool { ready * 2 > members }

  /// A master leaves.
  mutating func remove(isReady: Bool) throws(Lost) {
    guard holds else { throw Lost(members: members, ready: ready) }
    members -= 1
    if isReady { ready -= 1 }
    guard holds else { throw Lost(members: members, ready: ready) }
  }

  /// A master joins. Until it is ready, there is one more member and not one more that is ready; a single one is let grow
  /// all the same, as etcd does (`isReadyToAddVotingMember`).
  mutating func add() throws(Lost) {
    let isSingle = members == 1 && ready == 1
    members += 1
    guard holds || isSingle else { throw Lost(members: members, ready: ready) }
    ready += 1
  }
}
