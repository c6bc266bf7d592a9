import CCurl

/// Finds the check that failed in what libcurl and OpenSSL say of a TLS failure.
struct TLSFailureReading {
  let facts: TransferFacts
  /// The name the certificate was to be for.
  let verifiedName: String

  /// The check; nil when the failure has nothing to do with TLS.
  var reason: TLSFailure.Reason? {
    switch facts.code {
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR:
      return verificationReason
    case CURLE_SSL_CERTPROBLEM:
      return .invalidClientCertificate(detail: facts.words)
    case CURLE_SSL_CACERT_BADFILE:
      return .invalidAuthorities(detail: facts.words)
    case CURLE_BAD_FUNCTION_ARGUMENT where facts.text.contains("private key"):
      return .invalidClientCertificate(detail: facts.words)
    case mcctl_curl_code_client_certificate:
      return .clientCertificateRejected(detail: "it asks for one")
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
      return alertReason ?? .protocolError(detail: protocolWords)
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      // In TLS 1.3 the server judges the client's certificate when the handshake is over for the client.
      return alertReason
    default:
      return nil
    }
  }

  /// By the numbers of OpenSSL's `x509_vfy.h`, which are stable. libcurl compares names itself, after a
  /// verification without fault, and tells so in words only.
  private var verificationReason: TLSFailure.Reason {
    switch facts.verification {
    case 2, 18, 19, 20, 21, 27:
      .unknownAuthority
    case 9:
      .notYetValid(notBefore: nil)
    case 10:
      .expired(notAfter: nil)
    case 62, 64:
      .hostnameMismatch(wanted: verifiedName, names: [])
    case _ where facts.text.contains("subject name"):
      .hostnameMismatch(wanted: verifiedName, names: [])
    default:
      .invalidCertificate(detail: facts.words)
    }
  }

  /// Alerts of RFC 8446, section 6.2, by which a server turns a client's certificate down, in OpenSSL's words.
  private var alertReason: TLSFailure.Reason? {
    let alerts = [
      ("alert certificate required", "it asks for one"),
      ("alert bad certificate", "it does not accept the one shown"),
      ("alert certificate unknown", "it does not accept the one shown"),
      ("alert unsupported certificate", "it does not support the one shown"),
      ("alert certificate expired", "the one shown has expired"),
      ("alert certificate revoked", "the one shown is revoked"),
      ("alert unknown ca", "the one shown is from an authority it does not know"),
      ("alert access denied", "it denies access to the one shown"),
      // What OpenSSL sends in TLS 1.2 when it gets no certificate.
      ("alert handshake failure", "it asks for one, or has no cipher in common"),
    ]
    let text = facts.text.lowercased()
    return alerts.first { text.contains($0.0) }
      .map { .clientCertificateRejected(detail: $0.1) }
  }

  private var protocolWords: String {
    let text = facts.text.lowercased()
    let signsOfOtherProtocols = [
      "wrong version number", "packet length too long", "unknown protocol", "http request",
    ]
    if signsOfOtherProtocols.contains(where: text.contains) {
      return "what answers there does not speak TLS"
    }
    let signsOfAnEnd = ["ssl_error_syscall", "reset by peer", "broken pipe", "unexpected eof"]
    if signsOfAnEnd.contains(where: text.contains) {
      return "the connection was closed within the handshake"
    }
    return facts.words
  }
}
