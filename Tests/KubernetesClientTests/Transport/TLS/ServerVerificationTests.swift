import Foundation
import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct ServerVerificationTests {
    let authority: Authority

    init() throws {
      authority = try Authority("the authority")
    }

    private var settings: TLSSettings { TLSSettings(caBundle: authority.certificatePEM) }

    private func failure(
      _ tls: TLSSettings, _ server: LoopbackServer, host: String = "127.0.0.1"
    ) async throws -> TLSFailure {
      let request = HTTPRequest(
        url: server.url("/", host: host), headers: ["Authorization": "Bearer secret"])
      let error = try await transportError { try await makeTransport(tls).send(request) }
      guard case .tls(let failure) = error else { throw error }
      #expect(failure.port == server.port)
      #expect(failure.host == host)
      #expect(error.isBeforeSending)
      let trusting = makeTransport(TLSSettings(skipsVerification: true))
      let events = (try? await server.eventsSoFar(over: trusting)) ?? server.events.all
      #expect(!events.contains { $0.event == "request" })
      return failure
    }

    @Test func namesUnknownAuthority() async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      for tls in [TLSSettings(), TLSSettings(caBundle: try Authority("another").certificatePEM)] {
        let failure = try await failure(tls, server)
        #expect(failure.reason == .unknownAuthority)
        #expect(failure.serverSubject == "CN=loopback")
        #expect(failure.issuer == "CN=the authority")
        #expect(failure.subjectAlternativeNames == ["localhost", "127.0.0.1"])
        #expect(failure.description.contains("CN=the authority"))
      }
    }

    @Test func namesTheServersNames() async throws {
      let identity = try authority.issue(
        "hub", names: ["hub.example.com"],
        addresses: [[10, 0, 0, 1], Array(repeating: 0, count: 15) + [2]])
      let server = try await LoopbackServer.start(identity: identity)
      let names = ["hub.example.com", "10.0.0.1", "::2"]
      for host in ["127.0.0.1", "localhost"] {
        let failure = try await failure(settings, server, host: host)
        #expect(failure.reason == .hostnameMismatch(wanted: host, names: names))
        #expect(
          failure.description.hasSuffix("not for \(host), but for hub.example.com, 10.0.0.1, ::2"))
      }
    }

    @Test func namesTheEndOfValidity() async throws {
      let identity = try authority.issue(
        "old", addresses: [[127, 0, 0, 1]], from: -7200, to: -3600)
      let server = try await LoopbackServer.start(identity: identity)
      guard case .expired(let end?) = try await failure(settings, server).reason else {
        Issue.record("not expired")
        return
      }
      #expect(abs(end.timeIntervalSinceNow + 3600) < 60)
    }

    @Test func namesTheStartOfValidity() async throws {
      let identity = try authority.issue(
        "young", addresses: [[127, 0, 0, 1]], from: 3600, to: 7200)
      let server = try await LoopbackServer.start(identity: identity)
      guard case .notYetValid(let start?) = try await failure(settings, server).reason else {
        Issue.record("valid already")
        return
      }
      #expect(abs(start.timeIntervalSinceNow - 3600) < 60)
    }

    @Test func tellsThatNothingSpeaksTLS() async throws {
      let server = try await LoopbackServer.start()
      let failure = try await failure(settings, server)
      #expect(failure.reason == .protocolError(detail: "what answers there does not speak TLS"))
      #expect(failure.certificates.isEmpty)
    }

    @Test func refusesOldTLS() async throws {
      let server = try await LoopbackServer.start(
        ["--tls11"], identity: try authority.issueForLoopback())
      guard case .protocolError = try await failure(settings, server).reason else {
        Issue.record("TLS 1.1 is spoken")
        return
      }
    }

    @Test(arguments: [
      "not PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "",
    ])
    func refusesUnreadableAuthorities(pem: String) async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let failure = try await failure(TLSSettings(caBundle: Array(pem.utf8)), server)
      guard case .invalidAuthorities = failure.reason else {
        Issue.record("\(failure.reason)")
        return
      }
    }

    @Test func skipsVerificationOnlyWhereAsked() async throws {
      let server = try await LoopbackServer.start(identity: try authority.issueForLoopback())
      let request = HTTPRequest(url: server.url("/"))
      let unverified = makeTransport(TLSSettings(skipsVerification: true))
      #expect(try await unverified.send(request).status == 200)
      // The connection just made must not serve those who verify.
      let error = try await transportError { try await makeTransport().send(request) }
      guard case .tls(let failure) = error else { throw error }
      #expect(failure.reason == .unknownAuthority)
      #expect(try await unverified.send(request).status == 200)
    }

    @Test func verifiesByServerName() async throws {
      let identity = try authority.issue("hub", names: ["hub.example.com"])
      let server = try await LoopbackServer.start(identity: identity)
      let url = server.url("/echo")
      let transport = makeTransport(
        TLSSettings(caBundle: authority.certificatePEM, serverName: "hub.example.com"))
      let echo = try Echo(await transport.send(HTTPRequest(url: url)))
      #expect(echo.serverName == "hub.example.com")
      #expect(echo.values("Host") == ["127.0.0.1:\(server.port)"])

      let other = makeTransport(
        TLSSettings(caBundle: authority.certificatePEM, serverName: "other.example.com"))
      let error = try await transportError { try await other.send(HTTPRequest(url: url)) }
      guard case .tls(let failure) = error else { throw error }
      let reason = TLSFailure.Reason.hostnameMismatch(
        wanted: "other.example.com", names: ["hub.example.com"])
      #expect(failure.reason == reason)
    }

    @Test func showsCertificatesWithoutRequest() async throws {
      let identity = try authority.issue("hub", names: ["hub.example.com"])
      let server = try await LoopbackServer.start(identity: identity)
      let certificates = try await makeTransport().serverCertificates(of: server.url("/"))
      #expect(certificates.map(\.subject) == ["CN=hub"])
      #expect(certificates.first?.dnsNames == ["hub.example.com"])
      #expect(certificates.first?.covers(host: "hub.example.com") == true)
      _ = try await server.events.first { $0.event == "closed" }
      #expect(!server.events.all.contains { $0.event == "request" })
    }

    @Test func showsNoCertificatesOfPlainHTTP() async throws {
      await #expect(throws: TransportError.self) {
        try await makeTransport().serverCertificates(of: "http://127.0.0.1:1/")
      }
    }
  }
}
