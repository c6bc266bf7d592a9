import Documents
public import FoundationEssentials

/// What a ServiceAccount token says about itself (RFC 7519), read without verifying it: the API
/// server that takes it does that.
public struct BearerTokenClaims: Sendable, Hashable {
  /// `jti`: the token's own id; nil when the API server gives none (before Kubernetes 1.30).
  public let identifier: String?
  /// `sub`: the user.
  public let subject: String?
  /// `iat`: when it was handed out.
  public let issuedAt: Date?
  /// `exp`: when it ends.
  public let expires: Date?
  /// `aud`: whom it is for.
  public let audiences: [String]

  /// Reads the claims of a token; nil when it is no JSON Web Token, as bootstrap tokens are not.
  public init?(token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Self.decoded(parts[1]),
      let claims = try? JSON.decode(payload), claims.object != nil
    else { return nil }
    identifier = claims["jti"]?.string
    subject = claims["sub"]?.string
    issuedAt = Self.date(claims["iat"])
    expires = Self.date(claims["exp"])
    switch claims["aud"] {
    case .some(.string(let audience)): audiences = [audience]
    case .some(.array(let list)): audiences = list.compactMap(\.string)
    default: audiences = []
    }
  }

  /// base64url without padding (RFC 7515, section 2).
  private static func decoded(_ text: Substring) -> [UInt8]? {
    var base64 = text.map { character -> Character in
      switch character {
      case "-": "+"
      case "_": "/"
      default: character
      }
    }
    while base64.count % 4 != 0 { base64.append("=") }
    return Data(base64Encoded: String(base64)).map(Array.init)
  }

  /// NumericDate: seconds since 1970.
  private static func date(_ value: Value?) -> Date? {
    value?.double.map { Date(timeIntervalSince1970: $0) }
  }
}
