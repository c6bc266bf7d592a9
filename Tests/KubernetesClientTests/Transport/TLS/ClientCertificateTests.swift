import Crypto
import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct ClientCertificateTests {
    let authority: Authority
    let clients: Authority

    init() throws {
      authority = try Authority("servers")
      clients = try Authority("clients")
    }

    private func settings(_ identity: Issued?) -> TLSSettings {
      TLSSettings(
        caBundle: authority.certificatePEM, clientCertificate: identity?.certificatePEM,
        clientKey: identity?.keyPEM)
    }

    private func server(_ options: [String] = []) async throws -> LoopbackServer {
      try await .start(
        options, identity: try authority.issueForLoopback(), clientAuthority: clients)
    }

    private func failure(_ tls: TLSSettings, _ server: LoopbackServer) async throws -> TLSFailure {
      let error = try await transportError {
        try await makeTransport(tls).send(HTTPRequest(url: server.url("/echo")))
      }
      guard case .tls(let failure) = error else { throw error }
      return failure
    }

    @Test(arguments: [[], ["--tls12"]])
    func showsCertificateFromMemory(options: [String]) async throws {
      let server = try await server(options)
      let transport = makeTransport(settings(try clients.issue("alice")))
      #expect(
        try Echo(await transport.send(HTTPRequest(url: server.url("/echo")))).subject == ["alice"])
    }

    @Test func keepsConnectionsOfIdentitiesApart() async throws {
      let server = try await server()
      let request = HTTPRequest(url: server.url("/echo"))
      let alice = makeTransport(settings(try clients.issue("alice")))
      let bob = makeTransport(settings(try clients.issue("bob")))
      for _ in 1...2 {
        #expect(try Echo(await alice.send(request)).subject == ["alice"])
        #expect(try Echo(await bob.send(request)).subject == ["bob"])
      }
      let events = try await server.eventsSoFar(over: alice)
      #expect(events.filter { $0.event == "connected" }.count == 2)
    }

    @Test(arguments: [[], ["--tls12"]])
    func tellsThatOneIsMissing(options: [String]) async throws {
      let server = try await server(options)
      guard
        case .clientCertificateRejected(let detail) = try await failure(settings(nil), server)
          .reason
      else {
        Issue.record("not rejected")
        return
      }
      #expect(detail.contains("asks for one"))
    }

    @Test(arguments: [[], ["--tls12"]])
    func tellsThatAuthorityIsUnknown(options: [String]) async throws {
      let server = try await server(options)
      let stranger = try Authority("strangers").issue("mallory")
      let reason = try await failure(settings(stranger), server).reason
      #expect(
        reason
          == .clientCertificateRejected(
            detail: "the one shown is from an authority it does not know"))
    }

    @Test func tellsThatItHasExpired() async throws {
      let server = try await server()
      let old = try clients.issue("old", from: -7200, to: -3600)
      let reason = try await failure(settings(old), server).reason
      #expect(reason == .clientCertificateRejected(detail: "the one shown has expired"))
    }

    @Test func refusesUnusableFiles() async throws {
      let server = try await server()
      let good = try clients.issue("alice")
      let wrongKey = try clients.issue("bob").keyPEM
      let garbage = Array("garbage".utf8)
      let pairs = [
        (good.certificatePEM, wrongKey), (good.certificatePEM, garbage), (garbage, good.keyPEM),
        (good.certificatePEM, Array(Self.encryptedKey.utf8)),
      ]
      for (certificate, key) in pairs {
        let tls = TLSSettings(
          caBundle: authority.certificatePEM, clientCertificate: certificate, clientKey: key)
        let failure = try await failure(tls, server)
        guard case .invalidClientCertificate = failure.reason else {
          Issue.record("\(failure.reason)")
          continue
        }
      }
      #expect(!server.events.all.contains { $0.event == "request" })
    }

    /// Says that it is locked with a passphrase, which must not be asked for. There is no key within.
    private static let encryptedKey = """
      -----BEGIN EC PRIVATE KEY-----
      Proc-Type: 4,ENCRYPTED
      DEK-Info: AES-128-CBC,000102030405060708090A0B0C0D0E0F

      AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
      -----END EC PRIVATE KEY-----
      """
  }
}
