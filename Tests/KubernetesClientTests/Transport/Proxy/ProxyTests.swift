import Foundation
import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct ProxyTests {
    let authority: Authority
    let server: LoopbackServer

    init() async throws {
      authority = try Authority()
      server = try await .start(identity: try authority.issueForLoopback())
    }

    private func proxy(_ arguments: String..., identity: Issued? = nil) async throws
      -> LoopbackServer
    {
      try await .start(arguments, program: "proxy_server.py", identity: identity)
    }

    private func transport(_ proxy: ProxySettings, serverName: String? = nil) -> CurlTransport {
      makeTransport(
        TLSSettings(caBundle: authority.certificatePEM, serverName: serverName), proxy: proxy)
    }

    private func failure(_ settings: ProxySettings) async throws -> ProxyFailure {
      let error = try await transportError {
        try await transport(settings).send(HTTPRequest(url: server.url("/")))
      }
      guard case .proxy(let failure) = error else { throw error }
      #expect(failure.target == "127.0.0.1:\(server.port)")
      #expect(!"\(failure)".contains("secret"))
      return failure
    }

    @Test func tunnelsAndKeepsCredentialsFromProxy() async throws {
      let proxy = try await proxy()
      let settings = try ProxySettings(url: "http://127.0.0.1:\(proxy.port)")
      let request = HTTPRequest(
        url: server.url("/echo"), headers: ["Authorization": "Bearer secret"])
      let response = try await transport(settings).send(request)
      #expect(try Echo(response).values("Authorization") == ["Bearer secret"])
      #expect(response.headers["X-From-Proxy"] == nil)
      let proxied = try await proxy.events.first { $0.event == "proxied" }
      #expect(proxied.method == "CONNECT")
      #expect(proxied.target == "127.0.0.1:\(server.port)")
      #expect(proxied.fields?.contains { $0.contains("Authorization") } == false)
    }

    @Test func logsInToProxy() async throws {
      let proxy = try await proxy("--login", "user@corp:p:ss/word")
      let settings = try ProxySettings(
        url: "http://user%40corp:p%3Ass%2Fword@127.0.0.1:\(proxy.port)")
      let response = try await transport(settings).send(HTTPRequest(url: server.url("/")))
      #expect(response.status == 200)
    }

    @Test(arguments: ["", "user:secret@"])
    func tellsThatProxyWantsLogin(login: String) async throws {
      let proxy = try await proxy("--login", "user:other")
      let failure = try await failure(
        ProxySettings(url: "http://\(login)127.0.0.1:\(proxy.port)"))
      #expect(failure.reason == .authenticationRequired)
      #expect(failure.proxy == "http://127.0.0.1:\(proxy.port)")
    }

    @Test(arguments: [403, 502])
    func tellsThatProxyRejects(status: Int) async throws {
      let proxy = try await proxy("--status", "\(status)")
      let failure = try await failure(ProxySettings(url: "http://127.0.0.1:\(proxy.port)"))
      #expect(failure.reason == .rejected(status: status))
    }

    @Test(arguments: ["http", "https", "socks5"])
    func tellsThatProxyIsNotThere(scheme: String) async throws {
      let port = try UnusedPort()
      let failure = try await failure(
        ProxySettings(url: "\(scheme)://user:secret@127.0.0.1:\(port.number)"))
      #expect(failure.reason == .refused)
      #expect(failure.proxy == "\(scheme)://127.0.0.1:\(port.number)")
    }

    @Test func tellsThatProxyDoesNotResolve() async throws {
      let failure = try await failure(ProxySettings(url: "http://no-such-proxy.invalid:3128"))
      #expect(failure.reason == .unresolvable)
    }

    @Test func hasSocksProxyResolveNames() async throws {
      let proxy = try await proxy("--socks")
      let settings = try ProxySettings(url: "socks5://127.0.0.1:\(proxy.port)")
      let url = server.url("/", host: "localhost")
      #expect(try await transport(settings).send(HTTPRequest(url: url)).status == 200)
      #expect(
        try await proxy.events.first { $0.event == "proxied" }.target == "localhost:\(server.port)")
    }

    @Test(arguments: [
      (5, "connection refused"), (4, "host unreachable"), (2, "not allowed by the proxy's rules"),
    ])
    func tellsWhatSocksProxyReplies(reply: Int, words: String) async throws {
      let proxy = try await proxy("--socks", "--status", "\(reply)")
      let failure = try await failure(ProxySettings(url: "socks5://127.0.0.1:\(proxy.port)"))
      #expect(failure.reason == .targetUnreachable(detail: words))
    }

    @Test func verifiesProxyByItsOwnAuthorities() async throws {
      let proxyAuthority = try Authority("proxies")
      let proxy = try await proxy(identity: try proxyAuthority.issueForLoopback())
      var settings = try ProxySettings(url: "https://127.0.0.1:\(proxy.port)")
      guard case .tls = try await failure(settings).reason else {
        Issue.record("the proxy is not verified")
        return
      }
      #expect(!proxy.events.all.contains { $0.event == "proxied" })
      settings.caBundle = proxyAuthority.certificatePEM
      let response = try await transport(settings).send(HTTPRequest(url: server.url("/")))
      #expect(response.status == 200)
    }

    @Test func tellsServersFailureFromProxys() async throws {
      let proxy = try await proxy()
      let settings = try ProxySettings(url: "http://127.0.0.1:\(proxy.port)")
      let transport = makeTransport(proxy: settings)
      let error = try await transportError {
        try await transport.send(HTTPRequest(url: server.url("/")))
      }
      guard case .tls(let failure) = error else { throw error }
      #expect(failure.reason == .unknownAuthority)
      #expect(failure.serverSubject == "CN=loopback")
    }

    @Test func tunnelsToTheServerWhateverItsName() async throws {
      let identity = try authority.issue("hub", names: ["hub.example.com"])
      let hub = try await LoopbackServer.start(identity: identity)
      let proxy = try await proxy()
      let settings = try ProxySettings(url: "http://127.0.0.1:\(proxy.port)")
      let response = try await transport(settings, serverName: "hub.example.com")
        .send(HTTPRequest(url: hub.url("/echo")))
      #expect(try Echo(response).serverName == "hub.example.com")
      #expect(
        try await proxy.events.first { $0.event == "proxied" }.target == "127.0.0.1:\(hub.port)")
    }

    @Test func sendsPlainRequestsToProxy() async throws {
      let plain = try await LoopbackServer.start()
      let proxy = try await proxy()
      let settings = try ProxySettings(url: "http://127.0.0.1:\(proxy.port)")
      let response = try await transport(settings).send(HTTPRequest(url: plain.plainURL("/")))
      #expect(response.text == "ok")
      #expect(try await proxy.events.first { $0.event == "proxied" }.method == "GET")
    }

    @Test func doesNotLookIntoTheEnvironment() async throws {
      // Were it looked at, libcurl would take the proxy for every request of the process.
      setenv("https_proxy", "http://127.0.0.1:1", 1)
      defer { unsetenv("https_proxy") }
      let response = try await transport(.none).send(HTTPRequest(url: server.url("/")))
      #expect(response.status == 200)
    }
  }
}
