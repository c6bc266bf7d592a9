import Documents
import Foundation
import Testing

@testable import OpenClusterManagement

@Suite("Facts that do not decide but are told")
struct RegistrationWarningTests {
  private func warnings(_ name: String, lease: Lease? = nil, now: String) throws
    -> [RegistrationState.Warning]
  {
    let now = try #require(Timestamp.date(now))
    return RegistrationState.evaluate(
      ManagedCluster(try Recording.body(name)), lease: lease, now: now
    ).warnings
  }

  @Test("the agent's last sign of life is read from the lease")
  func heartbeat() throws {
    let lease = Lease(try Recording.body("08-lease"))
    let renewed = try #require(Timestamp.date("2026-11-22T20:02:54.229956Z"))
    #expect(lease.renewTime.map { abs($0.timeIntervalSince(renewed)) < 0.001 } == true)
    let state = RegistrationState.evaluate(
      ManagedCluster(try Recording.body("06-managedcluster-available")), lease: lease,
      now: renewed)
    #expect(state.lastHeartbeat == lease.renewTime)
  }

  @Test("available with an old lease is doubtful, after more than the hub itself tolerates")
  func stale() throws {
    let lease = Lease(try Recording.body("08-lease"))
    let recording = "06-managedcluster-available"
    let fresh = try warnings(recording, lease: lease, now: "2026-11-22T20:08:00Z")
    #expect(fresh == [.noClientConfig])
    let stale = try warnings(recording, lease: lease, now: "2026-11-22T20:09:00Z")
    #expect(
      stale.contains(.staleHeartbeat(last: try #require(lease.renewTime), toleratedSeconds: 300)))
  }

  @Test("deletion is told with the finalizers that hold the record")
  func deleting() throws {
    let warnings = try warnings("18-deleting-addon-pending", now: "2026-11-22T20:04:00Z")
    #expect(
      warnings.contains(
        .beingDeleted(
          since: Timestamp.date("2026-11-22T20:03:14Z"),
          finalizers: [
            "cluster.open-cluster-management.io/resource-cleanup",
            "cluster.open-cluster-management.io/api-resource-cleanup",
            "example.com/user-cleanup",
          ])))
  }

  @Test("clocks and certificates that go wrong are told in the hub's words")
  func clockAndCertificate() throws {
    var value = try Recording.body("06-managedcluster-available")
    value.set(
      [
        ["type": "ManagedClusterConditionClockSynced", "status": "False", "message": "off by 1h"],
        ["type": "ClusterCertificateRotated", "status": "False", "message": "too many csr"],
      ], at: "status", "conditions")
    value.set([["url": "https://c1:6443"]], at: "spec", "managedClusterClientConfigs")
    let state = RegistrationState.evaluate(ManagedCluster(value), now: Date())
    #expect(
      state.warnings == [.clockNotSynced("off by 1h"), .certificateNotRenewed("too many csr")])
  }
}
