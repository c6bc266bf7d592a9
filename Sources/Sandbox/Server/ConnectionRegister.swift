import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// The open connections of a server, so that they can be closed.
final class ConnectionRegister: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// Takes note of a connection until it is closed.
  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    channels.withLock { $0[id] = channel }
    channel.closeFuture.whenComplete { [weak self] _ in
      _ = self?.channels.withLock { $0.removeValue(forKey: id) }
    }
  }

  /// Closes every connection without waiting for what runs on it.
  func closeAll() {
    let open = channels.withLock { Array($0.values) }
    for channel in open { channel.close(mode: .all, promise: nil) }
  }
}

/// A kind of connection whose channels are registered.
struct RegisteredChannel<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base
  let register: ConnectionRegister

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    register.add(channel)
    return base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await base.handle(value: value, logger: logger)
  }
}
