import Documents
import Testing

@testable import Workflows

@Suite("ACK Distro's own checks")
struct ACKHealthTests {
  private func task(_ name: String, _ status: String) throws -> Value {
    try YAML.decode("{metadata: {name: \(name)}, status: \(status)}", source: "task")
  }

  @Test("those that fail are named, with what they found and what to do")
  func failures() throws {
    let health = ACKHealth(tasks: [
      try task(
        "network",
        """
        {lastInstanceStatus: {completion: "2026-01-01T00:00:00Z", testResults: [
          {testName: pod-network, status: pass},
          {testName: node-network, status: fail, level: error, message: "节点 not reached", target: n1, solution: check the cables}]}}
        """),
      try task("dns", "{lastInstanceStatus: {completion: \"2026-01-01T00:00:00Z\"}}"),
      try task(
        "etcd", "{lastInstanceStatus: {completion: \"2026-01-01T00:00:00Z\", error: no route}}"),
      try task("late", "{lastInstanceStatus: {phase: Running}}"),
    ])
    #expect(health.total == 4)
    #expect(health.unfinished == ["late"])
    #expect(
      health.failures.map(\.text) == [
        "etcd: no route",
        "node-network (error): 节点 not reached (n1); check the cables",
      ])
  }

  @Test("a check that has said nothing has not ended")
  func nothingYet() throws {
    let health = ACKHealth(tasks: [try task("new", "{}")])
    #expect(health.total == 0 && health.failures.isEmpty && health.unfinished == ["new"])
  }

  @Test("a check that has not begun again since it was told to has not ended")
  func anew() throws {
    let former = try task(
      "dns",
      "{lastInstanceStatus: {start: \"2026-01-01T00:00:00Z\", completion: \"2026-01-01T00:01:00Z\"}}"
    )
    let starts = ACKHealth.starts(of: [former])
    #expect(starts == ["dns": "2026-01-01T00:00:00Z"])
    #expect(ACKHealth(tasks: [former], since: starts).unfinished == ["dns"])
    let anew = try task(
      "dns",
      "{lastInstanceStatus: {start: \"2026-01-02T00:00:00Z\", completion: \"2026-01-02T00:01:00Z\"}}"
    )
    #expect(ACKHealth(tasks: [anew], since: starts).unfinished == [])
  }
}
