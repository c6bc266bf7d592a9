import Foundation

/// A loopback port on which nothing listens, kept from everybody else as long as this lives.
final class UnusedPort: Sendable {
  let number: Int
  private let descriptor: Int32

  init() throws {
    (descriptor, number) = try boundSocket()
  }

  deinit {
    close(descriptor)
  }
}

/// A loopback port whose queue of connections is full, so that connecting to it takes forever.
final class CloggedPort: Sendable {
  let number: Int
  private let descriptors: [Int32]

  init() throws {
    let (listener, port) = try boundSocket()
    listen(listener, 0)
    number = port
    var address = loopbackAddress(port: UInt16(port))
    descriptors =
      [listener]
      + (0..<4).map { _ in
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        _ = fcntl(client, F_SETFL, O_NONBLOCK)
        withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
        return client
      }
  }

  deinit {
    descriptors.forEach { close($0) }
  }
}

private func loopbackAddress(port: UInt16) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  address.sin_port = port.bigEndian
  return address
}

private func boundSocket() throws -> (descriptor: Int32, port: Int) {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = loopbackAddress(port: 0)
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let result = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, length) + getsockname(descriptor, $0, &length)
    }
  }
  guard descriptor >= 0, result == 0 else { throw POSIXError(.EADDRINUSE) }
  return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
}
