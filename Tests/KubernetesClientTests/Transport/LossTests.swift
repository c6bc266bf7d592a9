import Testing

@testable import KubernetesClient

extension NetworkTests {
  /// What becomes of a request whose connection breaks.
  struct LossTests {
    let server: LoopbackServer
    let transport = makeTransport()

    init() async throws {
      server = try await .start()
    }

    @Test(arguments: [("/half", 10), ("/half-chunk", 17), ("/drop", 0), ("/reset", 0)])
    func reportsLostConnection(path: String, received: Int) async throws {
      let error = try await transportError {
        try await transport.send(HTTPRequest(url: server.plainURL(path)))
      }
      guard case .connectionLost(let loss) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(loss.port == server.port)
      #expect(loss.bytesReceived == received)
      #expect(!loss.detail.isEmpty)
      #expect(!error.isBeforeSending)
    }

    @Test(arguments: ["/garbage", "/broken-compression"])
    func reportsUnreadableAnswer(path: String) async throws {
      let error = try await transportError {
        try await transport.send(HTTPRequest(url: server.plainURL(path)))
      }
      guard case .malformedAnswer("127.0.0.1", server.port, _) = error else {
        Issue.record("\(error)")
        return
      }
    }

    @Test func reportsRefusal() async throws {
      let port = try UnusedPort()
      await #expect(throws: TransportError.refused(host: "127.0.0.1", port: port.number)) {
        try await transport.send(HTTPRequest(url: "https://127.0.0.1:\(port.number)/"))
      }
    }

    @Test func reportsUnknownName() async throws {
      await #expect(throws: TransportError.dns(host: "no-such-host.invalid")) {
        try await transport.send(HTTPRequest(url: "https://No-Such-Host.invalid/"))
      }
    }

    /// A server may have carried out a request before it closed the connection, so libcurl must not send it again
    /// although it takes a silent close of a kept connection for one that was closed before.
    @Test(arguments: [HTTPMethod.post, .put, .patch, .delete], [nil, Array("{}".utf8)])
    func sendsWritesOnce(method: HTTPMethod, body: [UInt8]?) async throws {
      let url = server.plainURL("/drop-when-reused")
      _ = try await transport.send(HTTPRequest(url: url))
      let result = await Result {
        try await transport.send(HTTPRequest(method: method, url: url, body: body))
      }
      let sent = try await server.eventsSoFar(over: transport)
        .filter { $0.event == "request" && $0.method == method.rawValue }
      #expect(sent.count == 1)
      if body != nil {
        guard case .failure(TransportError.connectionLost) = result else {
          Issue.record("\(result)")
          return
        }
      }
    }

    @Test func repeatsReadsOnFreshConnection() async throws {
      let url = server.plainURL("/drop-when-reused")
      for _ in 1...3 {
        #expect(try await transport.send(HTTPRequest(url: url)).text == "first")
      }
    }

    @Test func repeatsIdempotentWritesWithTheirBody() async throws {
      _ = try await transport.send(HTTPRequest(url: server.plainURL("/drop-when-reused")))
      let request = HTTPRequest(
        method: .put, url: server.plainURL("/drop-when-reused"), body: pattern(100_000),
        isIdempotent: true)
      #expect(try await transport.send(request).text == "first")
    }
  }
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
