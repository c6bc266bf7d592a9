#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A socket in the file system. Every call blocks, so it belongs on a thread of its own.
struct LocalSocket: Sendable {
  let descriptor: Int32

  /// A socket that others can connect to; nil when it cannot be made.
  static func listening(at path: String) -> LocalSocket? {
    guard let socket = make() else { return nil }
    guard withAddress(path, { bind(socket.descriptor, $0, $1) }) == 0,
      chmod(path, 0o600) == 0, listen(socket.descriptor, 64) == 0
    else {
      socket.shut()
      return nil
    }
    return socket
  }

  /// A connection to such a socket; nil when nobody is there.
  static func connected(to path: String) -> LocalSocket? {
    guard let socket = make() else { return nil }
    guard withAddress(path, { connect(socket.descriptor, $0, $1) }) == 0 else {
      socket.shut()
      return nil
    }
    return socket
  }

  /// The next connection; nil when the socket has been shut.
  func accepted() -> LocalSocket? {
    while true {
      let peer = accept(descriptor, nil, nil)
      if peer >= 0 {
        _ = fcntl(peer, F_SETFD, FD_CLOEXEC)
        return LocalSocket(descriptor: peer)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// All bytes until the other side says that it is done.
  func readToEnd(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Sends all bytes; false when the other side is gone.
  @discardableResult func writeAll(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Says that nothing more will be sent.
  func finishWriting() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Wakes whoever waits on it, here and there.
  func wake() {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Ends it.
  func shut() {
    _ = close(descriptor)
  }

  private static func make() -> LocalSocket? {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return LocalSocket(descriptor: descriptor)
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
