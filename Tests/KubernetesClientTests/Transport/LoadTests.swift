import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct LoadTests {
    let authority: Authority

    init() throws {
      authority = try Authority()
    }

    private var transport: CurlTransport {
      makeTransport(TLSSettings(caBundle: authority.certificatePEM))
    }

    private func connectionCount(_ server: LoopbackServer) async throws -> Int {
      try await server.eventsSoFar(over: transport).filter { $0.event == "connected" }.count
    }

    @Test func sendsThousandRequestsOverOneConnection() async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let transport = transport
      for _ in 0..<1000 {
        #expect(try await transport.send(HTTPRequest(url: server.url("/"))).status == 200)
      }
      #expect(try await connectionCount(server) == 1)
    }

    @Test func transportsWithSameSettingsShareConnections() async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      for _ in 0..<3 { _ = try await transport.send(HTTPRequest(url: server.url("/"))) }
      #expect(try await connectionCount(server) == 1)
    }

    @Test func sendsHundredRequestsAtOnce() async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let transport = transport
      let url = server.url("/bytes?count=100000")
      let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<100 {
          group.addTask { try await transport.send(HTTPRequest(url: url)).body.count }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(sizes == Array(repeating: 100_000, count: 100))
    }

    /// The server answers none before all hundred are there, so they do share connections. That is one, but for
    /// older libcurls, which take their hundred streams for too many before they have read the server's settings.
    @Test func sendsHundredRequestsAtOnceOverHTTP2() async throws {
      let server = try await LoopbackServer.start(
        ["--alpn", "h2", "--hold", "100"], program: "http2_server.py",
        identity: try authority.issueForLoopback())
      let transport = transport
      let url = server.url("/")
      let bodies = try await withThrowingTaskGroup(of: String.self) { group in
        for index in 0..<100 {
          group.addTask {
            let body = index % 2 == 0 ? nil : pattern(20_000)
            let method = index % 2 == 0 ? HTTPMethod.get : .put
            let request = HTTPRequest(method: method, url: url, body: body)
            return try await transport.send(request).text
          }
        }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(bodies.isSubset(of: ["connection 1", "connection 2"]))
    }

    /// Some libcurls put the second request on the connection of the stream, where it is never answered.
    @Test func asksOverHTTP2BesideAStream() async throws {
      let server = try await LoopbackServer.start(
        ["--alpn", "h2"], program: "http2_server.py", identity: try authority.issueForLoopback())
      let transport = transport
      var request = HTTPRequest(url: server.url("/"))
      let stream = try await transport.stream(request)
      request.timeouts.total = .seconds(10)
      for _ in 1...3 {
        #expect(try await transport.send(request).text == "connection 2")
      }
      #expect(stream.status == 200)
    }

    @Test func cancelsOneOfThreeOverHTTP2() async throws {
      let server = try await LoopbackServer.start(
        ["--alpn", "h2", "--hold", "3"], program: "http2_server.py",
        identity: try authority.issueForLoopback())
      let transport = transport
      let request = HTTPRequest(url: server.url("/"))
      async let first = transport.send(request)
      let cancelled = Task { try await transport.send(request) }
      while server.events.all.filter({ $0.event == "request" }).count < 2 {
        try await Task.sleep(for: .milliseconds(5))
      }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      #expect(try await transport.send(request).text == "connection 1")
      #expect(try await first.text == "connection 1")
    }
  }
}
