import Foundation
import Synchronization

/// Collects the `Warning` headers of an answer.
final class Warnings: Sendable {
  private let texts = Mutex<[String]>([])

  /// Adds a warning; one that was given already is not repeated.
  func add(_ text: String) {
    texts.withLock { if !$0.contains(text) { $0.append(text) } }
  }

  /// The warnings in the order they were given.
  var all: [String] { texts.withLock { $0 } }
}

/// How a write treats fields that the kind does not have.
enum FieldValidation: String, Sendable {
  case ignore = "Ignore"
  case warn = "Warn"
  case strict = "Strict"
}

/// Who writes, and how.
struct WriteContext: Sendable {
  var user: UserInfo
  /// Manager recorded in `metadata.managedFields`.
  var manager: String
  /// Checks everything and stores nothing.
  var isDryRun = false
  var fieldValidation: FieldValidation = .warn
  var warnings = Warnings()
  /// Second in which the request came, as objects carry it.
  var timestamp: String = Timestamp.now()
}

/// Times as objects carry them.
enum Timestamp {
  /// The present in whole seconds, RFC 3339.
  static func now() -> String { text(Date()) }

  /// A time in whole seconds, RFC 3339.
  static func text(_ date: Date) -> String { date.formatted(.iso8601) }

  /// Reads RFC 3339 with or without fractions of seconds.
  static func date(_ text: String) -> Date? {
    if let date = try? Date(text, strategy: .iso8601) { return date }
    return try? Date(text, strategy: .iso8601.time(includingFractionalSeconds: true))
  }
}
