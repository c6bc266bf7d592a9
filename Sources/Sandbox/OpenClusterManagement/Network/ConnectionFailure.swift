import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// A request that got no answer, in the words of Go's net/http and crypto/tls, as agents report it.
struct ConnectionFailure: Error, Sendable, CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - verb: `Get`, `Post` and so on.
  ///   - url: the whole URL.
  init(_ verb: String, _ url: String, _ cause: any Error) {
    description = "\(verb) \"\(url)\": \(Self.reason(cause))"
  }

  private static func reason(_ error: any Error) -> String {
    let text = "\(error)"
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      return "tls: failed to verify certificate: x509: certificate signed by unknown authority"
    }
    if let error = error as? NIOSSLExtraError, error == .failedToValidateHostname {
      return "tls: failed to verify certificate: x509: certificate is not valid for this host"
    }
    if let error = error as? HTTPClientError {
      if error == .connectTimeout { return "dial tcp: i/o timeout" }
      if error == .deadlineExceeded || error == .readTimeout {
        return "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
      }
      if error == .remoteConnectionClosed { return "EOF" }
    }
    if let failure = error as? NIOConnectionError, failure.connectionErrors.isEmpty {
      return "dial tcp: lookup \(failure.host): no such host"
    }
    if error is NIOConnectionError || text.contains("refused") {
      return "dial tcp: connect: connection refused"
    }
    return text
  }
}
