import Synchronization

/// A value that several steps of one run share, for example the credential that one mints and
/// another writes down.
final class Shared<Content: Sendable>: Sendable {
  private let content: Mutex<Content>

  init(_ content: Content) { self.content = Mutex(content) }

  /// The present value.
  var value: Content { content.withLock { $0 } }

  /// Replaces the value.
  func set(_ value: Content) { content.withLock { $0 = value } }

  /// Changes the value in place.
  func update<Result: Sendable>(_ change: (inout Content) -> Result) -> Result {
    content.withLock { change(&$0) }
  }
}
