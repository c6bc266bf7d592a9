import Documents
import FoundationEssentials
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Order of rows")
struct StatusOrderTests {
  private func row(_ name: String, version: String? = nil, created: String? = nil) -> StatusRow {
    var value = record(name, isAvailable: name != "b")
    value.set(version.map(Value.string), at: "status", "version", "kubernetes")
    value.set(created.map(Value.string), at: "metadata", "creationTimestamp")
    return StatusRow(ManagedCluster(value), now: Pair.now)
  }

  private func names(_ order: StatusOrder, _ rows: [StatusRow]) -> [String] {
    order.sorted(rows).map(\.name)
  }

  @Test("versions by their numbers, odd ones and none last")
  func versions() {
    let rows = [
      row("a", version: "v1.10.0"), row("b", version: "v1.9.3+k3s1"), row("c"),
      row("d", version: "unknown"), row("e", version: "v1.9.3-eks-1"),
    ]
    #expect(names(.version, rows) == ["b", "e", "a", "c", "d"])
  }

  @Test("ages, and what is equal or missing by name")
  func ages() {
    let rows = [
      row("c", created: "2026-11-22T10:00:00Z"), row("b", created: "2025-01-01T00:00:00Z"),
      row("a", created: "never"), row("d", created: "2026-11-22T10:00:00Z"),
    ]
    #expect(names(.age, rows) == ["b", "c", "d", "a"])
    #expect(names(.registered, rows).first == "b")
    #expect(names(.reason, rows).first == "b")
  }

  @Test(
    "every order has a place for every row", arguments: StatusOrder.allCases)
  func complete(order: StatusOrder) {
    let rows = ["c", "a", "b"].map { row($0) }
    #expect(Set(names(order, rows)) == ["a", "b", "c"])
  }
}
