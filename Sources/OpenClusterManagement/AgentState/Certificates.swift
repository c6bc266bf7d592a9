import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// Facts about certificates in PEM.
enum Certificates {
  /// SHA-256 of each certificate's DER, hexadecimal. What is no certificate is left out.
  static func fingerprints(pem: [UInt8]) -> Set<String> {
    let documents =
      (try? PEMDocument.parseMultiple(pemString: String(decoding: pem, as: UTF8.self))) ?? []
    return Set(
      documents
        .filter { $0.discriminator == Certificate.defaultPEMDiscriminator }
        .map { Hexadecimal.text(SHA256.hash(data: $0.derBytes)) })
  }

  /// When the first certificate of a chain to end, ends; nil when there is none.
  static func earliestEnd(pem: String) -> Date? {
    let documents = (try? PEMDocument.parseMultiple(pemString: pem)) ?? []
    return
      documents
      .compactMap { try? Certificate(derEncoded: $0.derBytes).notValidAfter }
      .min()
  }
}
