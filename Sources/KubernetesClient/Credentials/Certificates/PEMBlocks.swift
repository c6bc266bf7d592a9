import SwiftASN1

/// Looks into PEM texts (RFC 7468).
enum PEMBlocks {
  /// The blocks of a text. Text around them is allowed.
  static func parse(_ pem: [UInt8]) throws -> [PEMDocument] {
    try PEMDocument.parseMultiple(pemString: String(decoding: pem, as: UTF8.self))
  }

  /// Why a text has no usable block of a type, as the end of a sentence; nil when it has one.
  static func fault(in pem: [UInt8], wanted type: String) -> String? {
    guard let blocks = try? parse(pem) else { return "is not valid PEM" }
    guard blocks.contains(where: { $0.discriminator == type }) else {
      return "holds no PEM block of type \(type)"
    }
    return nil
  }
}
