import Documents
import Logging
import Synchronization

@testable import Sandbox

/// A wait that did not see what it waited for.
struct NeverHappened: Error, CustomStringConvertible {
  let description: String
}

extension ResourceClient {
  /// The object as soon as it satisfies `condition`, seen through a watch.
  @discardableResult
  func until(
    _ kind: Kind, _ name: String, _ namespace: String? = nil, within limit: Duration = .seconds(90),
    _ what: String = "", _ condition: @escaping @Sendable (Value) -> Bool = { _ in true }
  ) async throws -> Value {
    let last = Mutex(Value.null)
    do {
      return try await race("\(kind.kind) \(name) \(what)", limit) {
        for await event in watch(kind, namespace)
        where event.type != "DELETED" && event.object.objectName == name {
          if condition(event.object) { return event.object }
          last.withLock { $0 = event.object }
        }
        throw CancellationError()
      }
    } catch let timeout as NeverHappened {
      let seen = last.withLock { $0["status"] ?? $0 }
      throw NeverHappened(description: "\(timeout), last seen \(JSON.text(seen))")
    }
  }

  /// Returns when there is no such object.
  func untilGone(
    _ kind: Kind, _ name: String, _ namespace: String? = nil, within limit: Duration = .seconds(90)
  ) async throws {
    _ = try await race("\(kind.kind) \(name) gone", limit) {
      let changes = watch(kind, namespace)
      if try await find(kind, name, namespace) == nil { return Value.null }
      for await event in changes where event.object.objectName == name {
        if event.type == "DELETED" { return event.object }
      }
      throw CancellationError()
    }
  }

  private func race(
    _ what: String, _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() ?? nil else {
        throw NeverHappened(description: "\(what): not within \(limit)")
      }
      return value
    }
  }
}

extension Logger {
  /// A logger that keeps quiet.
  static let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
}

/// Runs something in the background for as long as `body` takes.
func running<Result: Sendable>(
  _ work: @escaping @Sendable () async -> Void, _ body: () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { await work() }
    defer { group.cancelAll() }
    return try await body()
  }
}
