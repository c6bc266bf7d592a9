import Foundation
import Testing

/// Something that mcctl must refuse, and what it must say about it.
struct Refusal: Sendable, CustomTestStringConvertible {
  /// What is wrong, for the test's name.
  let cause: String
  /// The exit status.
  let status: Int32
  /// What standard error must contain: what failed, where, and what to do next.
  let words: [String]
  /// The words after `mcctl`; may prepare files first.
  let arguments: @Sendable (Clusters) async throws -> [String]

  init(
    _ cause: String, status: Int32, says words: [String],
    _ arguments: @escaping @Sendable (Clusters) async throws -> [String]
  ) {
    self.cause = cause
    self.status = status
    self.words = words
    self.arguments = arguments
  }

  var testDescription: String { cause }

  /// Runs mcctl and holds what it does against what it must do; nothing may have been written.
  func check(_ clusters: Clusters) async throws {
    let arguments = try await arguments(clusters)
    let before = try clusters.writes().count
    let outcome = try await clusters.mcctl(arguments)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.stdout == "", "\(outcome)")
    #expect(outcome.stderr.contains("error: "), "\(outcome)")
    for word in words {
      #expect(outcome.stderr.contains(word), "\"\(word)\" is missing: \(outcome)")
    }
    #expect(try clusters.writes().count == before, "something was written: \(outcome)")
  }
}
