import Foundation
import HTTPTypes
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Synchronization

/// An HTTPS listener that hands requests to a function: HTTP/1.1 and HTTP/2, asking clients for
/// certificates but not insisting on them.
final class HTTPServer: Sendable {
  /// What answers a request; the channel is that of the connection.
  typealias Responder = @Sendable (APIRequest, any Channel) async -> APIResponse?

  /// Largest body that is read, in bytes: that of an API server.
  static let bodyLimit = 3 * 1024 * 1024

  private struct State {
    var task: Task<Void, any Error>?
    var port = 0
  }

  private let state = Mutex(State())
  private let connections = ConnectionRegister()

  /// The port the server listens on; 0 before it does.
  var port: Int { state.withLock { $0.port } }

  /// Starts to listen and returns when the port is known.
  func start(host: String, port: Int, tls: TLSConfiguration, responder: @escaping Responder)
    async throws
  {
    let (started, starting) = AsyncStream<Int>.makeStream()
    let service = try service(host: host, port: port, tls: tls, responder: responder) { port in
      starting.yield(port)
      starting.finish()
    }
    let task = Task {
      defer { starting.finish() }
      try await service.run()
    }
    state.withLock { $0.task = task }
    for await port in started { state.withLock { $0.port = port } }
    if self.port == 0 { try await task.value }
  }

  /// Stops to listen, closes every connection, and returns when all is done.
  func stop() async {
    let task = state.withLock { state in
      defer { state.task = nil }
      return state.task
    }
    guard let task else { return }
    task.cancel()
    connections.closeAll()
    _ = await task.result
  }

  /// Closes every connection and goes on listening.
  func dropConnections() { connections.closeAll() }

  private func service(
    host: String, port: Int, tls: TLSConfiguration, responder: @escaping Responder,
    onStart: @escaping @Sendable (Int) -> Void
  ) throws -> any Service {
    var logger = Logger(label: "sandbox.http")
    logger.logLevel = .critical
    let channel = try HTTP2UpgradeChannel(
      tlsChannelConfiguration: TLSChannelConfiguration(tlsConfiguration: tls) { _, promise in
        // Certificates are judged by the authenticator, which answers 401 where TLS could only
        // hang up.
        promise.succeed(.certificateVerified)
      }
    ) { request, writer, channel in
      try await Self.serve(request, writer, channel, responder)
    }
    return RegisteredChannel(base: channel, register: connections).server(
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { onStart($0.localAddress?.port ?? 0) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
  }

  private static func serve(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel,
    _ responder: Responder
  ) async throws {
    var request = request
    let body = try await body(of: &request)
    guard let body else {
      return try await HTTPExchange.write(
        .failure(.entityTooLarge(limit: bodyLimit)), writer, channel)
    }
    let converted = await HTTPExchange.request(request, body: body, channel)
    guard let response = await responder(converted, channel) else {
      throw ConnectionDropped()
    }
    try await HTTPExchange.write(response, writer, channel)
  }

  private static func body(of request: inout Request) async throws -> [UInt8]? {
    do {
      let buffer = try await request.collectBody(upTo: bodyLimit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      return nil
    }
  }

  /// A connection was closed without an answer, on purpose.
  private struct ConnectionDropped: Error {}
}
