import Testing

@testable import KubernetesClient

@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTests {
  let authority: Authority
  let server: LoopbackServer
  let transport: CurlTransport

  init() async throws {
    authority = try Authority()
    server = try await .start(identity: try authority.issueForLoopback())
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
}
