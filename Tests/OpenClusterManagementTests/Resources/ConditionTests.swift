import Documents
import Foundation
import Testing

@testable import OpenClusterManagement

@Suite("Conditions and times")
struct ConditionTests {
  @Test("a condition is written as it was read")
  func roundTrip() throws {
    let value: Value = [
      "type": "Applied", "status": "Unknown", "reason": "R", "message": "m",
      "lastTransitionTime": "2026-11-22T20:02:53Z", "observedGeneration": 3,
    ]
    #expect(Condition(value)?.document == value)
  }

  @Test("controllers that do not say which generation they saw are believed")
  func generations() {
    func condition(_ observed: Int?) -> Condition {
      Condition(
        type: "A", status: .isTrue, reason: "", message: "", observedGeneration: observed)
    }
    #expect(condition(nil).isCurrent(for: 2))
    #expect(condition(2).isCurrent(for: 2))
    #expect(condition(3).isCurrent(for: 2))
    #expect(!condition(1).isCurrent(for: 2))
    #expect(condition(1).isCurrent(for: nil))
  }

  @Test(
    "times with and without fraction or offset",
    arguments: [
      ("2026-11-22T20:02:53Z", 1_795_377_773.0),
      ("2026-11-22T20:02:54.229956Z", 1_795_377_774.229956),
      ("2026-11-22T21:02:53+01:00", 1_795_377_773.0),
    ])
  func times(text: String, seconds: Double) throws {
    let date = try #require(Timestamp.date(text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.001)
  }

  @Test("every day of leap years and their neighbours is where the calendar has it")
  func calendar() throws {
    for start in ["1999-01-01T12:34:56Z", "2099-01-01T12:34:56Z", "1969-01-01T00:00:00Z"] {
      let first = try Date.ISO8601FormatStyle().parse(start)
      for day in 0..<(3 * 366) {
        let date = first.addingTimeInterval(Double(day) * 86_400)
        #expect(Timestamp.date(Timestamp.text(date)) == date)
      }
    }
  }

  @Test(
    "what is no time",
    arguments: [
      "", "now", "2026-11-22", "2026-13-22T20:02:53Z", "20:02:53Z",
    ])
  func noTimes(_ text: String) {
    #expect(Timestamp.date(text) == nil)
  }

  @Test("times are written in whole seconds of UTC")
  func written() {
    #expect(Timestamp.text(Date(timeIntervalSince1970: 1_795_377_773.9)) == "2026-11-22T20:02:53Z")
  }

  @Test(
    "what the agent waits for, out of HubConnectionDegraded",
    arguments: [
      ("False", "HubConnectionFunctional", HubConnection.Stage.connected),
      ("True", "BootstrapSecretMissing,HubKubeConfigSecretMissing", .bootstrapRefused),
      ("True", "BootstrapSecretUnauthorized,HubKubeConfigSecretMissing", .bootstrapRefused),
      ("True", "BootstrapSecretError,HubKubeConfigError", .bootstrapRefused),
      ("True", "BootstrapSecretFunctional,HubKubeConfigSecretMissing", .waitingForApproval),
      ("True", "BootstrapSecretFunctional,HubKubeConfigUnauthorized", .waitingForAcceptance),
      ("True", "BootstrapSecretFunctional,HubKubeConfigError", .degraded),
      ("True", "SomethingNew", .degraded),
    ])
  func hubConnection(status: String, reason: String, stage: HubConnection.Stage) throws {
    let condition = try #require(
      Condition([
        "type": "HubConnectionDegraded", "status": .string(status), "reason": .string(reason),
      ]))
    #expect(HubConnection(condition).stage == stage)
  }

  @Test("a real Klusterlet whose cluster the hub has not accepted")
  func waitingForAcceptance() throws {
    let klusterlet = Klusterlet(
      try Recording.object("ocm-join/klusterlet-waiting-for-acceptance"))
    #expect(klusterlet.hubConnection?.stage == .waitingForAcceptance)
    #expect(klusterlet.mode == .singleton)
    #expect(klusterlet.externalServerURLs == ["https://api.c1.example.com:6443"])
  }

  @Test("what a ClusterManager switches, and whom it approves unseen")
  func hubFeatures() {
    let manager = ClusterManager([
      "metadata": ["name": "hub-1"],
      "spec": [
        "deployOption": ["mode": "Hosted"],
        "registrationConfiguration": [
          "autoApproveUsers": ["alice"],
          "featureGates": [
            ["feature": "ManagedClusterAutoApproval", "mode": "Enable"], ["feature": "X"],
          ],
        ],
      ],
    ])
    #expect(manager.registrationFeature("ManagedClusterAutoApproval") == true)
    #expect(manager.registrationFeature("X") == false)
    #expect(manager.registrationFeature("Y") == nil)
    #expect(manager.autoApprovedUsers == ["alice"])
    #expect(manager.hubNamespace == "hub-1")
    #expect(ClusterManager([:]).hubNamespace == "open-cluster-management-hub")
  }

  @Test("readiness gates out of their annotation and back")
  func gates() {
    var gates = ReadinessGates(annotation: " a.example/X ,b,, a.example/X,\tc ")
    #expect(gates.types == ["a.example/X", "b", "c"])
    gates.remove("b")
    gates.add("d")
    gates.add("d")
    #expect(gates.annotation == "a.example/X,c,d")
    #expect(ReadinessGates(annotation: nil).annotation == nil)
    #expect(ReadinessGates(annotation: " , ").types.isEmpty)
  }

  @Test("a hub is ready when the operator says so about this generation")
  func hubReadiness() {
    func manager(_ statuses: [(String, String)], observed: Int = 2) -> ClusterManager {
      ClusterManager([
        "metadata": ["generation": 2],
        "status": [
          "conditions": .array(
            statuses.map {
              [
                "type": .string($0.0), "status": .string($0.1),
                "observedGeneration": .integer(observed),
              ]
            })
        ],
      ])
    }
    let ready = [
      ("Applied", "True"), ("Progressing", "False"), ("HubRegistrationDegraded", "False"),
      ("HubPlacementDegraded", "False"),
    ]
    #expect(manager(ready).firstUnmetCondition == nil)
    #expect(manager(ready, observed: 1).firstUnmetCondition?.type == "Applied")
    #expect(manager(Array(ready.dropLast())).firstUnmetCondition?.type == "HubPlacementDegraded")
    var rolling = ready
    rolling[1].1 = "True"
    #expect(manager(rolling).firstUnmetCondition?.found?.isTrue == true)
  }

  @Test(
    "values that OCM's operator prints whole are told by their types",
    arguments: [
      (
        "Failed to create &SelfSubjectAccessReview{ObjectMeta:{      0 [] [] []},Spec:{Verb:create,},} with b: refused",
        "Failed to create SelfSubjectAccessReview with b: refused"
      ),
      ("&v1.Secret{A:{}}&v1.Pod{}", "v1.Secretv1.Pod"), ("fish & chips", "fish & chips"),
      ("cut off: &Review{Spec:{", "cut off: &Review{Spec:{"), ("a &{b}", "a &{b}"), ("", ""),
    ])
  func words(message: String, told: String) {
    let condition = Condition(type: "A", status: .isTrue, reason: "B", message: message)
    #expect(condition.words == told)
  }

  @Test(
    "a credential that the hub does not know is refused, whatever the operator calls it",
    arguments: [
      ("BootstrapSecretUnauthorized,HubKubeConfigSecretMissing", "x", true),
      ("BootstrapSecretError,HubKubeConfigSecretMissing", "Unauthorized\nFailed", true),
      ("BootstrapSecretError,HubKubeConfigSecretMissing", "connection refused\nFailed", false),
      ("BootstrapSecretFunctional,HubKubeConfigError", "is working", false),
    ])
  func refusedCredential(reason: String, end: String, isRefused: Bool) {
    let message =
      "Failed to create &SelfSubjectAccessReview{} with bootstrap secret \"ns\" \"b\": \(end)"
    let condition = Condition(
      type: "HubConnectionDegraded", status: .isTrue, reason: reason, message: message)
    #expect(HubConnection(condition).refusesCredential == isRefused)
  }
}
