import Documents
import Foundation
import Testing

@testable import OpenClusterManagement

@Suite("Registered means accepted, joined, available, and every gate open")
struct RegistrationStateTests {
  static let now = Timestamp.date("2026-11-22T20:03:00Z") ?? .distantPast

  private func state(_ value: Value, lease: Lease? = nil) -> RegistrationState {
    RegistrationState.evaluate(ManagedCluster(value), lease: lease, now: Self.now)
  }

  private func available() throws -> Value { try Recording.body("06-managedcluster-available") }

  /// Replaces the status of a condition, or removes the condition.
  private func changing(_ type: String, to status: String?, in value: Value) -> Value {
    var value = value
    let conditions = (value.at("status", "conditions")?.array ?? []).compactMap { entry -> Value? in
      guard entry["type"]?.string == type else { return entry }
      guard let status else { return nil }
      var entry = entry
      entry["status"] = .string(status)
      return entry
    }
    value.set(.array(conditions), at: "status", "conditions")
    return value
  }

  @Test("a recorded cluster is registered")
  func registered() throws {
    let state = try state(available())
    #expect(state.isRegistered)
    #expect(state.phase == .registered)
    #expect(state.blocker == nil)
    #expect(state.requirements.map(\.kind) == [.accepted, .joined, .available])
  }

  @Test("a cluster that is no longer accepted says since when")
  func detached() throws {
    var value = try changing("HubAcceptedManagedCluster", to: "False", in: available())
    value.set(.bool(false), at: "spec", "hubAcceptsClient")
    let since = try #require(
      ManagedCluster(value).condition("HubAcceptedManagedCluster")?.lastTransitionTime)
    #expect(state(value).blocker?.since == since)
  }

  @Test("a recorded cluster before acceptance is held back by that, since it was created")
  func notAccepted() throws {
    let state = try state(Recording.body("02-managedcluster-not-accepted"))
    #expect(state.phase == .notAccepted)
    let blocker = try #require(state.blocker)
    #expect(blocker.reason == .notAccepted)
    #expect(blocker.since == Timestamp.date("2026-11-22T20:02:53Z"))
    #expect(state.requirements.count { !$0.isMet } == 3)
  }

  @Test("accepted counts once the hub's controller has acted on it")
  func acceptancePending() throws {
    let state = try state(Recording.body("04-accept"))
    #expect(state.blocker?.reason == .acceptancePending)
    #expect(state.phase == .notAccepted)
  }

  @Test("acceptance taken back counts at once, although the old condition still stands")
  func acceptanceTakenBack() throws {
    var value = try available()
    value.set(false, at: "spec", "hubAcceptsClient")
    #expect(state(value).blocker?.reason == .notAccepted)
  }

  @Test(
    "the first thing in the way is told",
    arguments: [
      ("HubAcceptedManagedCluster", "False", "AcceptancePending", "NotAccepted"),
      ("ManagedClusterJoined", nil, "NotJoined", "NotJoined"),
      ("ManagedClusterJoined", "False", "NotJoined", "NotJoined"),
      ("ManagedClusterConditionAvailable", nil, "NeverAvailable", "Unreachable"),
      ("ManagedClusterConditionAvailable", "False", "Unavailable", "Unavailable"),
      ("ManagedClusterConditionAvailable", "Unknown", "Unreachable", "Unreachable"),
      ("ManagedClusterConditionAvailable", "Perhaps", "Unreachable", "Unreachable"),
    ])
  func blockers(type: String, status: String?, reason: String, phase: String) throws {
    let state = try state(changing(type, to: status, in: available()))
    #expect(state.blocker?.reason.rawValue == reason)
    #expect(state.phase.rawValue == phase)
    #expect(!state.isRegistered)
    #expect(state.blocker?.condition?.type == (status == nil ? nil : type))
  }

  @Test("gates hold back in their order, and in the words of whoever set them")
  func gates() throws {
    var value = try available()
    value.set(
      "example.com/Network, example.com/Storage", at: "metadata", "annotations",
      "mcctl.dev/readiness-gates")
    var state = state(value)
    #expect(state.blocker?.reason == .gateNotReported)
    #expect(state.blocker?.requirement == .gate("example.com/Network"))
    #expect(state.phase == .gated)

    var conditions = value.at("status", "conditions")?.array ?? []
    conditions.append(["type": "example.com/Network", "status": "True"])
    conditions.append([
      "type": "example.com/Storage", "status": "False", "reason": "NoDisk",
      "message": "no disk yet", "lastTransitionTime": "2026-11-22T20:02:00Z",
    ])
    value.set(.array(conditions), at: "status", "conditions")
    state = RegistrationState.evaluate(ManagedCluster(value), now: Self.now)
    #expect(state.blocker?.reason == .gateClosed)
    #expect(state.blocker?.message.contains("no disk yet") == true)
    #expect(state.blocker?.since == Timestamp.date("2026-11-22T20:02:00Z"))
    #expect(state.requirements.last?.kind.description == "gate example.com/Storage")
  }

  @Test("the condition keeps its time while its status stays")
  func condition() throws {
    let state = try state(available())
    let earlier = Self.now.addingTimeInterval(-100)
    let before = Condition(
      type: "mcctl.dev/Registered", status: .isTrue, reason: "x", message: "",
      lastTransitionTime: earlier)
    let kept = state.condition(previous: before, now: Self.now)
    #expect(kept.lastTransitionTime == earlier)
    #expect(kept.status == .isTrue)
    #expect(kept.type == "mcctl.dev/Registered")
    let fresh = try self.state(changing("ManagedClusterJoined", to: nil, in: available()))
      .condition(previous: before, now: Self.now)
    #expect(fresh.status == .isFalse)
    #expect(fresh.reason == "NotJoined")
    #expect(fresh.lastTransitionTime == Self.now)
  }

  @Test("an empty object is merely not accepted")
  func empty() {
    #expect(state([:]).blocker?.reason == .notAccepted)
    #expect(state(.null).blocker?.reason == .notAccepted)
  }
}
