import Logging
import Synchronization
import Testing

@testable import KubernetesClient

/// Keeps lines for a test to look at.
private struct LineKeeper: LogHandler {
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let lines: Lines
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.level) \(event.message)")
  }
}

extension NetworkTests {
  struct LoggingTests {
    private let lines = LineKeeper.Lines()

    private func logger(_ level: Logger.Level) -> Logger {
      Logger(label: "test") { _ in LineKeeper(lines: lines, logLevel: level) }
    }

    @Test func writesOneLineARequest() async throws {
      let authority = try Authority()
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let transport = makeTransport(
        TLSSettings(caBundle: authority.certificatePEM), logger: logger(.debug))
      let request = HTTPRequest(
        url: server.url("/echo?limit=5"), headers: ["Authorization": "Bearer secret"],
        logLabel: "list Nodes")
      for _ in 1...2 { _ = try await transport.send(request) }
      let start = "debug GET https://127.0.0.1:\(server.port)/echo?limit=5 (list Nodes) 200 in "
      #expect(lines.all.count == 2)
      #expect(lines.all.allSatisfy { $0.hasPrefix(start) })
      #expect(lines.all.first?.hasSuffix(" ms, HTTP/1.1, new connection") == true)
      #expect(lines.all.last?.hasSuffix(" ms, HTTP/1.1, reused connection") == true)
    }

    @Test func writesFailures() async throws {
      let port = try UnusedPort()
      let transport = makeTransport(logger: logger(.debug))
      let url = "https://127.0.0.1:\(port.number)/"
      _ = try await transportError {
        try await transport.send(HTTPRequest(method: .post, url: url))
      }
      #expect(lines.all.count == 1)
      #expect(lines.all.first?.hasPrefix("debug POST \(url) failed after ") == true)
      #expect(lines.all.first?.hasSuffix("(connection refused)") == true)
    }

    @Test func writesHeadersAndBodiesMasked() async throws {
      let authority = try Authority()
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let transport = makeTransport(
        TLSSettings(caBundle: authority.certificatePEM), logger: logger(.trace),
        masking: { $0.replacing("hidden", with: "MASKED") })
      let request = HTTPRequest(
        method: .post, url: server.url("/echo?q=hidden"),
        headers: [
          "authorization": "Bearer secret", "Cookie": "secret", "Proxy-Authorization": "secret",
          "X-Token": "hidden", "X-Plain": "plain",
        ],
        body: Array("a hidden body".utf8))
      let response = try await transport.send(request)
      #expect(response.text.contains("hidden"))
      #expect(
        !lines.all.contains {
          $0.contains("hidden") || $0.contains("secret") && !$0.contains("response body")
        })
      #expect(lines.all.contains("trace request header: authorization: ***"))
      #expect(lines.all.contains("trace request header: X-Token: MASKED"))
      #expect(lines.all.contains("trace request header: X-Plain: plain"))
      #expect(lines.all.contains("trace request body: a MASKED body"))
      #expect(lines.all.contains { $0.hasPrefix("trace response header: Content-Length: ") })
      #expect(lines.all.contains { $0.hasPrefix("trace response body: {") })
    }

    @Test func writesNothingAboveItsLevels() async throws {
      let server = try await LoopbackServer.start()
      _ = try await makeTransport(logger: logger(.info)).send(
        HTTPRequest(url: server.plainURL("/")))
      #expect(lines.all.isEmpty)
    }

    @Test func shortensLongBodiesAfterMasking() async throws {
      let server = try await LoopbackServer.start()
      let transport = makeTransport(
        logger: logger(.trace), masking: { String($0.reversed()) })
      _ = try await transport.send(HTTPRequest(url: server.plainURL("/bytes?count=20000")))
      let line = try #require(lines.all.first { $0.contains("response body") })
      #expect(line.hasPrefix("trace response body: fedcba"))
      #expect(line.hasSuffix(" … (20000 bytes in all)"))
      #expect(line.count < 16_500)
    }
  }
}
