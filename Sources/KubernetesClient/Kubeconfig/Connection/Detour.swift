import Synchronization

/// Another URL by which a cluster is reached from some moment on, for whoever holds a connection to it.
public final class Detour: Sendable {
  /// The URL.
  public let server: String
  private let taken = Mutex(false)

  /// Prepares a detour; requests go the usual way until it is taken.
  public init(server: String) { self.server = server }

  /// From now on every new request goes there. Watches that are open stay where they are until they end.
  public func take() { taken.withLock { $0 = true } }

  /// Whether requests go there.
  public var isTaken: Bool { taken.withLock { $0 } }
}
