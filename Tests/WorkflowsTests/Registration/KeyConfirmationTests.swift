import Documents
import FoundationEssentials
import OpenClusterManagement
import Testing

@testable import Workflows

/// The key of the agent is compared with the certificates that were issued in its name.
@Suite struct KeyConfirmationTests {
  /// Self-signed, with its key; made with `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256`.
  private static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBdjCCARugAwIBAgIUb0P+inHLUw4XoGA6NMt73McwdC4wCgYIKoZIzj0EAwIw
    DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgxODU4MTNaGA8yMTI2MTEwNDE4NTgx
    M1owDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFtY
    wTjy8XNCWScGVTZ1Yf15yPNkRccaRxHRtSS3uBo5bRCmDg+DIcyKtVl2qOcKDRPW
    sySDRW94hSAxie6wKQqjUzBRMB0GA1UdDgQWBBQXSgZp1yLqX7mlCoG7wjzeWFUi
    XjAfBgNVHSMEGDAWgBQXSgZp1yLqX7mlCoG7wjzeWFUiXjAPBgNVHRMBAf8EBTAD
    AQH/MAoGCCqGSM49BAMCA0kAMEYCIQCIHrWZH3HYhz5cw3RIp/CUNIf9Bxg4dHEx
    GPQWWJbBvQIhALknI440iDa8qoyrJoPlFjnGW7Sf0BySkCRBRgVvpFQ0
    -----END CERTIFICATE-----

    """
  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV1peJWrLVwqq4HMW
    HiI4Ypfkdc7WekTc9KWAWhe2JhOhRANCAARbWME48vFzQlknBlU2dWH9ecjzZEXH
    GkcR0bUkt7gaOW0Qpg4PgyHMirVZdqjnCg0T1rMkg0VveIUgMYnusCkK
    -----END PRIVATE KEY-----

    """

  private func encoded(_ text: String) -> Value { .string(Data(text.utf8).base64EncodedString()) }

  private func issued(_ certificate: String?) -> CertificateSigningRequest {
    var request = signingRequest(condition: "Approved")
    request.set(certificate.map(encoded), at: "status", "certificate")
    return CertificateSigningRequest(request)
  }

  private func held(_ key: String?, cluster: String = "c1") -> KnownHub? {
    var secret = kubeconfigSecret(
      "hub-kubeconfig-secret", server: "https://hub", clusterName: cluster)
    secret.set(key.map(encoded), at: "data", "tls.key")
    return KnownHub(secret: secret)
  }

  private func outcome(
    _ held: KnownHub?, _ approved: [CertificateSigningRequest]
  ) -> KeyConfirmation.Outcome {
    KeyConfirmation(cluster: "c1", held: held, approved: approved).outcome
  }

  @Test func theAgentHoldsWhatWasIssued() {
    #expect(
      outcome(held(Self.key), [issued(nil), issued(Self.certificate)])
        == .confirmed(request: "c1-wr5g7"))
  }

  @Test func waitsForTheSignerAndForTheAgent() {
    for (held, approved, word) in [
      (nil, [], "no request"), (held(Self.key), [issued(nil)], "not signed"),
      (nil, [issued(Self.certificate)], "not taken"),
      (held(Self.key, cluster: "c2"), [issued(Self.certificate)], "not taken"),
      (held(nil), [issued(Self.certificate)], "not taken"),
    ] as [(KnownHub?, [CertificateSigningRequest], String)] {
      guard case .waiting(let reason) = outcome(held, approved) else {
        Issue.record("\(outcome(held, approved))")
        continue
      }
      #expect(reason.contains(word))
    }
  }

  @Test func findsAnotherKey() throws {
    let mine = try #require(held(Self.key)?.keyFingerprint)
    let theirs = issued(otherCertificate)
    guard case .mismatch(let held, let issued) = outcome(held(Self.key), [theirs]) else {
      Issue.record("no mismatch")
      return
    }
    #expect(held == mine && issued.count == 1)
  }

  private let otherCertificate = """
    -----BEGIN CERTIFICATE-----
    MIIBdDCCARugAwIBAgIUEx/rONz0qBFXJ/+mTUS2/Jqd0dowCgYIKoZIzj0EAwIw
    DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgxODU4MTNaGA8yMTI2MTEwNDE4NTgx
    M1owDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOWt
    RmcgUx3bWS8p6OurflEZ4nBDPmRoQSsvZbJIUaUYzKd9n+w7zA2aECXpLvCDWf6F
    BN3bxt+JaEL0iqyrq/CjUzBRMB0GA1UdDgQWBBSmMJnhySuIuVvOMqMfMiIJaXCo
    ATAfBgNVHSMEGDAWgBSmMJnhySuIuVvOMqMfMiIJaXCoATAPBgNVHRMBAf8EBTAD
    AQH/MAoGCCqGSM49BAMCA0cAMEQCIF2tjs4OrvZ+ISz2H/Io4hIp8fYY+gQa3O/B
    QrH+KhSFAiBjK7cdErElPcThw1o1e9BQ2rbAk6byb8+v9HKgsbgCGw==
    -----END CERTIFICATE-----

    """
}
