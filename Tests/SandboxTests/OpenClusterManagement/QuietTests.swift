import Documents
import Foundation
import Testing

@testable import Sandbox

/// A simulation in which nothing happens writes nothing: no controller undoes what another does, or
/// finds something to do again and again.
@Suite(.timeLimit(.minutes(2)))
struct QuietTests {
  @Test("A registered cluster comes to rest, on both sides")
  func rest() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      try await fleet.spokeClient.until(.klusterlets, "klusterlet") {
        $0.hasCondition("HubConnectionDegraded", .no) && $0.hasCondition("Available", .yes)
      }
      try await Task.sleep(for: .seconds(2))
      let before = (fleet.hub.cluster.store.revision, fleet.spoke.cluster.store.revision)
      try await Task.sleep(for: .seconds(2))
      let after = (fleet.hub.cluster.store.revision, fleet.spoke.cluster.store.revision)
      #expect(after.0 - before.0 <= 1, "writes on the hub within two seconds")
      #expect(after.1 - before.1 <= 1, "writes on the managed cluster within two seconds")
    }
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
