import Crypto
public import FoundationEssentials
import SwiftASN1
import X509

/// The pin of a certificate authority as kubeadm has it: the SHA-256 of its public key
/// (`SubjectPublicKeyInfo`, DER). It tells the authority and gives no access.
public struct AuthorityPin: Sendable, Hashable {
  /// The digest, hexadecimal.
  public let digest: String

  /// Written as `sha256:…`.
  public var text: String { "sha256:\(digest)" }

  /// Reads `sha256:` and 64 hexadecimal digits; nil for anything else.
  public init?(parsing text: String) {
    guard text.lowercased().hasPrefix("sha256:") else { return nil }
    let digest = text.lowercased().dropFirst("sha256:".count)
    guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit) else { return nil }
    self.digest = String(digest)
  }

  private init(digest: String) { self.digest = digest }

  /// The pins of the certificates in a bundle (PEM), in order, each once. What is no certificate is
  /// left out.
  public static func pins(pem: [UInt8]) -> [AuthorityPin] {
    var seen: Set<AuthorityPin> = []
    return certificates(pem: pem).map(\.pin).filter { seen.insert($0).inserted }
  }

  /// The certificates of a bundle (PEM) that a pin stands for, as PEM.
  public static func selection(of pem: [UInt8], by pin: AuthorityPin) -> [UInt8] {
    certificates(pem: pem).filter { $0.pin == pin }.flatMap { Array(($0.pem + "\n").utf8) }
  }

  /// When the first of the certificates of a bundle (PEM) to end, ends; nil when there is none.
  public static func earliestEnd(pem: [UInt8]) -> Date? {
    Certificates.earliestEnd(pem: String(decoding: pem, as: UTF8.self))
  }

  private static func certificates(pem: [UInt8]) -> [(pem: String, pin: AuthorityPin)] {
    let documents =
      (try? PEMDocument.parseMultiple(pemString: String(decoding: pem, as: UTF8.self))) ?? []
    return documents.compactMap { document in
      guard let certificate = try? Certificate(derEncoded: document.derBytes),
        let key = try? certificate.publicKey.serializeAsPEM()
      else { return nil }
      let digest = Hexadecimal.text(SHA256.hash(data: key.derBytes))
      return (document.pemString, AuthorityPin(digest: digest))
    }
  }
}
