import Documents
import Testing

@testable import McctlCommands

/// Clusters that were written by older, newer or broken programs: no field has to be there, or to be what it should be.
@Suite("Odd clusters")
struct OddClusterTests {
  /// The same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let oddities: [Value] = [
    .null, true, 0, -1, 9_223_372_036_854_775_807, .decimal("1e400"), "", " ",
    "v0.0.0-master+$Format:%H$",
    "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-13-45T99:99:99Z",
    "tomorrow", "\u{1B}[31m", "a\nb", "Maybe", "true", "集群", [], [:], ["x"], ["type": "Odd"],
    .string(String(repeating: "x", count: 5000)), "99999999999999999999Ki", "-5", "1e999",
  ]

  /// The object with one to five of its fields replaced by something odd, or removed.
  private static func mutated(_ object: Value, _ numbers: inout Numbers) -> Value {
    var object = object
    for _ in 0..<Int.random(in: 1...5, using: &numbers) {
      change(&object, &numbers, isTop: true)
    }
    // The server would not know an object without its name.
    object.set("edge-7", at: "metadata", "name")
    return object
  }

  private static func change(_ value: inout Value, _ numbers: inout Numbers, isTop: Bool) {
    if !isTop, Int.random(in: 0..<4, using: &numbers) == 0 {
      value = oddities.randomElement(using: &numbers) ?? .null
      return
    }
    switch value {
    case .object(var members):
      guard let key = members.keys.map({ $0 }).randomElement(using: &numbers) else { return }
      if Int.random(in: 0..<8, using: &numbers) == 0, !isTop {
        members[key] = nil
      } else {
        var child = members[key] ?? .null
        change(&child, &numbers, isTop: false)
        members[key] = child
      }
      value = .object(members)
    case .array(var elements):
      guard let index = elements.indices.randomElement(using: &numbers) else { return }
      change(&elements[index], &numbers, isTop: false)
      value = .array(elements)
    default: value = oddities.randomElement(using: &numbers) ?? .null
    }
  }

  @Test("never stop status, in any form", arguments: 0..<12)
  func survive(seed: Int) async throws {
    var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
    let kubeconfig = try KubeconfigFile()
    var sample = Value.null
    _ = StatusPageTests.hub { sample = $0 }
    for _ in 0..<3 {
      let odd = Self.mutated(sample, &numbers)
      let hub = StatusPageTests.hub { $0 = odd }
      hub.answer(ReadingCommandTests.api + "?", with: Samples.list([odd]))
      hub.answer("/apis/coordination.k8s.io/v1/leases", with: Samples.list([]))
      for words in [
        ["edge-7"], ["edge-7", "-o", "json"], [], ["-o", "wide", "--sort-by", "version"],
      ] {
        let result = await Trial(clusters: ["hub": hub])
          .run(["status"] + words + ["--kubeconfig", kubeconfig.path])
        #expect(result.status == 0, "\(words): \(result.error)\n\(JSON.text(odd))")
        #expect(result.output.contains("edge-7"), "\(words): \(JSON.text(odd))")
        #expect(!result.output.contains("\u{1B}"))
      }
    }
  }
}
