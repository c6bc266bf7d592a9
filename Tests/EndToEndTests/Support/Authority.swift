import Foundation
import Testing

/// A certificate authority that no cluster knows.
enum Authority {
  /// Makes one; its certificate as a kubeconfig holds it.
  static func own(in folder: URL) async throws -> String {
    let outcome = try await Program.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
        "/dev/null", "-days", "2", "-subj", "/CN=another-ca",
      ], folder: folder)
    try #require(outcome.status == 0, "\(outcome)")
    return Data(outcome.stdout.utf8).base64EncodedString()
  }
}
