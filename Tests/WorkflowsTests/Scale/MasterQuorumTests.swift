import Testing

@testable import Workflows

@Suite("The quorum of etcd")
struct MasterQuorumTests {
  /// What masters do, one after the other: `+` joins, `-` leaves ready, `x` leaves and is not ready.
  static let cases: [(members: Int, ready: Int, steps: String, holds: Bool)] = [
    (3, 3, "--", true), (3, 2, "x", true), (3, 2, "x+", true), (3, 2, "-", false),
    (3, 1, "x", false), (3, 1, "+", false), (3, 2, "+", false), (5, 3, "x-", true),
    (5, 3, "xx", true), (5, 3, "-", false), (5, 5, "----", true), (1, 1, "++", true),
    (2, 1, "x", false),
  ]

  @Test("holds while more than half are ready, before and after each step", arguments: cases)
  func steps(members: Int, ready: Int, steps: String, holds: Bool) {
    var quorum = MasterQuorum(members: members, ready: ready)
    var isKept = true
    for step in steps where isKept {
      do {
        switch step {
        case "+": try quorum.add()
        default: try quorum.remove(isReady: step == "-")
        }
      } catch {
        isKept = false
      }
    }
    #expect(isKept == holds)
  }
}
