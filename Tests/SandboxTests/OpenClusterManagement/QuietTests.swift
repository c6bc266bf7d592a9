import Documents
import Foundation
import Testing

@testable import Sandbox

/// A simulation in which nothing happens writes nothing: no controller undoes what another does, or
/// finds something to do again and again.
@Suite(.timeLimit(.minutes(5)))
struct QuietTests {
  @Test("A registered cluster comes to rest, on both sides")
  func rest() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      try await fleet.spokeClient.until(.klusterlets, "klusterlet") {
        $0.hasCondition("HubConnectionDegraded", .no) && $0.hasCondition("Available", .yes)
      }
      // A machine with much to do takes a while to come to rest, one that goes in circles never does.
      var writes = [Int.max, Int.max]
      for _ in 0..<20 where writes.max() ?? 0 > 1 {
        let before = revisions(fleet)
        try await Task.sleep(for: .seconds(2))
        writes = zip(revisions(fleet), before).map { Int($0 - $1) }
      }
      #expect(writes.allSatisfy { $0 <= 1 }, "writes within two seconds, on hub and cluster")
    }
  }

  private func revisions(_ fleet: TestFleet) -> [UInt64] {
    [fleet.hub.cluster.store.revision, fleet.spoke.cluster.store.revision]
  }

  @Test("Objects go with their owners on a real server too")
  func ownership() async throws {
    try await TestFleet.run(prepared: false) { fleet in
      try await fleet.installAgent(fleet.installation())
      let spoke = fleet.spokeClient
      try await spoke.until(.deployments, "klusterlet", OCM.operatorNamespace) {
        $0.at("status", "availableReplicas") == 1
      }
      let pods = try await spoke.items(.pods, OCM.operatorNamespace)
      let pod = try #require(pods.first)
      try await spoke.delete(.deployments, "klusterlet", OCM.operatorNamespace)
      try await spoke.untilGone(.pods, pod.objectName, OCM.operatorNamespace)
      #expect(try await spoke.items(.replicaSets, OCM.operatorNamespace).isEmpty)
    }
  }
}
