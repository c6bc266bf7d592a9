import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct ExchangeTests {
    /// One server for all of these tests, which tell their requests apart by the path.
    private static let started = Task {
      let authority = try Authority()
      return (authority, try await LoopbackServer.start(identity: try authority.issueForLoopback()))
    }

    let server: LoopbackServer
    let transport: CurlTransport

    init() async throws {
      let authority: Authority
      (authority, server) = try await Self.started.value
      transport = makeTransport(TLSSettings(caBundle: authority.certificatePEM))
    }

    @Test func getsOverTLS() async throws {
      let response = try await transport.send(HTTPRequest(url: server.url("/")))
      #expect(response.status == 200)
      #expect(response.text == "ok")
      #expect(response.headers["content-length"] == "2")
    }

    @Test(arguments: HTTPMethod.allCases)
    func sendsMethodHeadersAndBody(method: HTTPMethod) async throws {
      let request = HTTPRequest(
        method: method, url: server.url("/echo?limit=1&x=%2F"),
        headers: [
          "Content-Type": "application/json", "X-Twice": "one", "X-Twice": "two", "X-Empty": "",
        ],
        body: method == .get ? nil : Array(#"{"a":1}"#.utf8))
      let echo = try Echo(await transport.send(request))
      #expect(echo.method == method.rawValue)
      #expect(echo.target == "/echo?limit=1&x=%2F")
      #expect(echo.body == (method == .get ? "" : #"{"a":1}"#))
      #expect(echo.values("Content-Type") == ["application/json"])
      #expect(echo.values("X-Twice") == ["one", "two"])
      #expect(echo.values("X-Empty") == [""])
      #expect(echo.values("User-Agent") == ["mcctl-test/1"])
      #expect(echo.values("Host") == ["127.0.0.1:\(server.port)"])
      #expect(echo.values("Expect") == [])
      #expect(echo.values("Transfer-Encoding") == [])
      #expect(echo.values("Content-Length") == (method == .get ? [] : ["7"]))
    }

    @Test(arguments: [
      (HTTPMethod.get, []), (.delete, []), (.post, ["0"]), (.put, ["0"]), (.patch, ["0"]),
    ])
    func sendsLengthOfMissingBody(method: HTTPMethod, lengths: [String]) async throws {
      let echo = try Echo(
        await transport.send(HTTPRequest(method: method, url: server.url("/echo"))))
      #expect(echo.values("Content-Length") == lengths)
    }

    @Test func sendsLargeBody() async throws {
      let body = pattern(3_000_000)
      let echo = try Echo(
        await transport.send(HTTPRequest(method: .put, url: server.url("/echo"), body: body)))
      #expect(echo.body.utf8.elementsEqual(body))
    }

    @Test func prefersUserAgentOfRequest() async throws {
      let request = HTTPRequest(url: server.url("/echo"), headers: ["user-agent": "other/2"])
      #expect(try Echo(await transport.send(request)).values("User-Agent") == ["other/2"])
    }

    @Test func skipsInterimAnswersAndKeepsRepeatedFields() async throws {
      let response = try await transport.send(HTTPRequest(url: server.url("/interim")))
      #expect(response.status == 200)
      #expect(response.headers["X-Final"] == "yes")
      #expect(response.headers["Link"] == nil)
      #expect(response.headers.values("Warning") == ["299 - one", "299 - two"])
    }

    @Test func takesAnswerWithoutBody() async throws {
      let response = try await transport.send(HTTPRequest(url: server.url("/empty")))
      #expect(response == HTTPResponse(status: 204))
    }

    @Test func doesNotFollowRedirects() async throws {
      let url = server.url("/status?code=302&location=/elsewhere")
      let response = try await transport.send(
        HTTPRequest(url: url, headers: ["Authorization": "Bearer x"]))
      #expect(response.status == 302)
      #expect(response.headers["Location"] == "/elsewhere")
      let events = try await server.eventsSoFar(over: transport)
      #expect(events.filter { $0.target == "/status?code=302&location=/elsewhere" }.count == 1)
      #expect(!events.contains { $0.target == "/elsewhere" })
    }

    @Test func leavesPathAlone() async throws {
      let path = "/echo/../echo/%2E./x?labelSelector=a%3Db,c!%3Dd"
      _ = try await transport.send(HTTPRequest(url: server.url(path)))
      _ = try await server.events.first { $0.target == path }
    }

    @Test(arguments: [1, 5, 9])
    func unpacksGzip(level: Int) async throws {
      let url = server.url("/compressed?count=1000000&level=\(level)")
      let response = try await transport.send(HTTPRequest(url: url))
      #expect(response.body == pattern(1_000_000))
    }

    @Test(arguments: [
      "/bytes?count=1001", "/compressed?count=1001", "/chunks?sizes=1000,1&step=500",
    ])
    func refusesBodyOverLimit(path: String) async throws {
      var request = HTTPRequest(url: server.url(path), maximumResponseBytes: 1001)
      #expect(try await transport.send(request).body.count == 1001)
      request.maximumResponseBytes = 1000
      await #expect(throws: TransportError.tooLarge(limit: 1000)) {
        try await transport.send(request)
      }
    }

    @Test func refusesHeadOverLimit() async throws {
      let request = HTTPRequest(url: server.url("/long-head?count=1200"))
      let error = try await transportError { try await transport.send(request) }
      switch error {
      // Newer libcurls have a limit of their own, of 300 kB.
      case .tooLarge(ResponseHeadParser.maximumBytes), .malformedAnswer, .connectionLost: break
      default: Issue.record("\(error)")
      }
      let fitting = HTTPRequest(url: server.url("/long-head?count=100"))
      #expect(try await transport.send(fitting).headers.fields.count == 101)
    }

    @Test(arguments: [
      ("X-A", "b\r\nX-B: c"), ("X-A\n", "b"), ("", "b"), ("X A", "b"), ("X-A", "\0"),
    ])
    func refusesFieldsThatBreakOut(name: String, value: String) async throws {
      var request = HTTPRequest(url: server.url("/echo"))
      request.headers.append(name, value)
      await #expect(throws: TransportError.invalidHeader(name: name)) {
        try await transport.send(request)
      }
    }

    @Test func keepsCredentialsFromPlainHTTP() async throws {
      let plain = try await LoopbackServer.start()
      let request = HTTPRequest(
        url: plain.plainURL("/echo"), headers: ["authorization": "Bearer secret"])
      await #expect(throws: TransportError.credentialsWithoutTLS(host: "127.0.0.1")) {
        try await transport.send(request)
      }
      let events = try await plain.eventsSoFar(over: transport)
      #expect(events.filter { $0.event == "connected" }.count == 1)
      #expect(!events.contains { $0.event == "request" })
    }

    @Test func reachesIPv6() async throws {
      let plain = try await LoopbackServer.start(["--address", "::1"])
      let response = try await transport.send(
        HTTPRequest(url: plain.plainURL("/echo", host: "[::1]")))
      #expect(try Echo(response).values("Host") == ["[::1]:\(plain.port)"])
    }
  }
}
