import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// The tests' clock stands at 2027-01-15T08:00:00Z.
@Suite struct ElectionDiagnosisTests {
  private let pair = Pair()
  private let namespace = "open-cluster-management-agent"

  private func putLease(holder: String, renewed: String) {
    pair.managed.put(
      .leases,
      [
        "metadata": ["name": "klusterlet-agent-lock", "namespace": .string(namespace)],
        "spec": [
          "holderIdentity": .string(holder), "renewTime": .string(renewed),
          "leaseDurationSeconds": 137,
        ],
      ])
  }

  private func putPod(_ name: String, started: String) {
    pair.managed.put(
      .pods,
      [
        "metadata": ["name": .string(name), "namespace": .string(namespace)],
        "status": [
          "containerStatuses": [["state": ["running": ["startedAt": .string(started)]]]]
        ],
      ])
  }

  private func reason() async throws -> String? {
    let context = pair.context()
    let managed = try #require(context.managed)
    let location = try #require(context.managedLocation("c1"))
    return try await ElectionDiagnosis(
      reader: managed, location: location, goal: "c1 to be registered", now: { Pair.now }
    ).cause(in: namespace)?.reason
  }

  @Test func namesTheLeaseOfAPodThatIsGone() async throws {
    putLease(holder: "agent-old_5b7e", renewed: "2027-01-15T07:59:50.5Z")
    putPod("agent-new", started: "2027-01-15T07:59:55Z")
    let text = try #require(try await reason())
    #expect(text.contains("klusterlet-agent-lock") && text.contains("agent-old"))
    #expect(text.contains("08:02:07"))
  }

  @Test func namesTheLeaseOfAContainerThatWasKilled() async throws {
    putLease(holder: "agent_5b7e", renewed: "2027-01-15T07:59:50Z")
    putPod("agent", started: "2027-01-15T07:59:55Z")
    #expect(try await reason() != nil)
  }

  /// Beside the pod that took the place of the holder another one may run for long.
  @Test func judgesAHolderThatIsNoPodByItsRenewals() async throws {
    putPod("agent-new", started: "2027-01-15T07:59:55Z")
    putPod("another", started: "2027-01-15T07:00:00Z")
    putLease(holder: "agent-old_5b7e", renewed: "2027-01-15T07:59:45Z")
    #expect(try await reason() == nil)
    putLease(holder: "agent-old_5b7e", renewed: "2027-01-15T07:59:00Z")
    #expect(try await reason() != nil)
  }

  @Test(arguments: ["2027-01-15T07:59:50Z", "2027-01-15T07:50:00Z"])
  func leavesALivingHolderAndAnExpiredLeaseAlone(renewed: String) async throws {
    putLease(holder: "agent_5b7e", renewed: renewed)
    putPod("agent", started: "2027-01-15T07:00:00Z")
    #expect(try await reason() == nil)
  }
}
