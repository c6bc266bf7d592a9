import SwiftASN1

/// The kind and size of the key in a certificate request, read straight from its DER so that a key
/// too weak for the certificate library can still be named.
enum RequestedKey: Sendable, Hashable, CustomStringConvertible {
  /// An elliptic curve key by its curve.
  case ellipticCurve(Curve)
  /// Ed25519.
  case ed25519
  /// RSA by the bits of its modulus.
  case rsa(bits: Int)
  /// Anything else, by its number.
  case other(String)

  /// The curves Kubernetes signs for.
  enum Curve: String, Sendable, Hashable {
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"
  }

  /// RSA keys below this many bits can be broken (NIST SP 800-57).
  static let leastRSABits = 2048

  /// Whether the key is strong enough.
  var isAcceptable: Bool {
    switch self {
    case .ellipticCurve, .ed25519: true
    case .rsa(let bits): bits >= Self.leastRSABits
    case .other: false
    }
  }

  var description: String {
    switch self {
    case .ellipticCurve(let curve): "EC \(curve.rawValue)"
    case .ed25519: "Ed25519"
    case .rsa(let bits): "RSA \(bits) bits"
    case .other(let number): "kind \(number)"
    }
  }

  /// Reads the key of a CertificationRequest (RFC 2986, section 4): version, subject and then the
  /// SubjectPublicKeyInfo (RFC 5280, section 4.1) stand in its first member.
  init(request: ASN1Node) throws {
    let information = try Self.children(of: request).first
    let members = try information.map(Self.children(of:)) ?? []
    guard members.count > 2 else { throw UnreadableRequest.badKey }
    let keyInformation = try Self.children(of: members[2])
    guard keyInformation.count == 2 else { throw UnreadableRequest.badKey }
    let algorithm = try Self.children(of: keyInformation[0])
    guard let first = algorithm.first else { throw UnreadableRequest.badKey }
    let number = try ASN1ObjectIdentifier(derEncoded: first)
    switch number {
    case .rsaEncryption:
      let bits = try ASN1BitString(derEncoded: keyInformation[1])
      self = .rsa(bits: try Self.modulusBits(bits.bytes))
    case .ecPublicKey:
      guard algorithm.count == 2 else { throw UnreadableRequest.badKey }
      self = Self.curve(try ASN1ObjectIdentifier(derEncoded: algorithm[1]))
    case .ed25519Key:
      self = .ed25519
    default:
      self = .other(number.description)
    }
  }

  private static func curve(_ number: ASN1ObjectIdentifier) -> RequestedKey {
    switch number {
    case .p256Curve: .ellipticCurve(.p256)
    case .p384Curve: .ellipticCurve(.p384)
    case .p521Curve: .ellipticCurve(.p521)
    default: .other("EC curve \(number)")
    }
  }

  /// The bits of the modulus, the first member of an RSAPublicKey (RFC 8017, appendix A.1.1).
  private static func modulusBits(_ key: ArraySlice<UInt8>) throws -> Int {
    guard let modulus = try children(of: DER.parse(Array(key))).first,
      case .primitive(let bytes) = modulus.content
    else { throw UnreadableRequest.badKey }
    let digits = bytes.drop { $0 == 0 }
    guard let first = digits.first else { return 0 }
    return digits.count * 8 - first.leadingZeroBitCount
  }

  private static func children(of node: ASN1Node) throws -> [ASN1Node] {
    guard case .constructed(let nodes) = node.content else { throw UnreadableRequest.badKey }
    return Array(nodes)
  }
}

extension ASN1ObjectIdentifier {
  fileprivate static let rsaEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
  fileprivate static let ecPublicKey: ASN1ObjectIdentifier = [1, 2, 840, 10045, 2, 1]
  fileprivate static let ed25519Key: ASN1ObjectIdentifier = [1, 3, 101, 112]
  fileprivate static let p256Curve: ASN1ObjectIdentifier = [1, 2, 840, 10045, 3, 1, 7]
  fileprivate static let p384Curve: ASN1ObjectIdentifier = [1, 3, 132, 0, 34]
  fileprivate static let p521Curve: ASN1ObjectIdentifier = [1, 3, 132, 0, 35]
}
