import Crypto
import Documents
import Foundation

/// Makes and checks the tokens of service accounts: JWTs signed with the cluster's own key (RFC
/// 7519, ES256).
struct TokenIssuer: Sendable {
  /// What a token says.
  struct Claims: Sendable {
    var namespace: String
    var serviceAccount: String
    var uid: String
    var id: String
    var audiences: [String]
    var expires: Date
  }

  /// Issuer, and the audience of the API server itself.
  static let issuer = "https://kubernetes.default.svc"

  private let key = P256.Signing.PrivateKey()

  /// Name of the key in token headers and in the published key set.
  var keyID: String {
    Data(SHA256.hash(data: key.publicKey.derRepresentation)).base64URL
  }

  /// Signs a token.
  func token(_ claims: Claims, bound: Value? = nil) throws -> String {
    let now = Int(Date().timeIntervalSince1970)
    var kubernetes: Value = [
      "namespace": .string(claims.namespace),
      "serviceaccount": ["name": .string(claims.serviceAccount), "uid": .string(claims.uid)],
    ]
    if let bound, let kind = bound["kind"]?.string {
      kubernetes[kind.lowercased()] = ["name": bound["name"] ?? "", "uid": bound["uid"] ?? ""]
    }
    let payload: Value = [
      "aud": .array(claims.audiences.map(Value.string)),
      "exp": .integer(Int(claims.expires.timeIntervalSince1970)), "iat": .integer(now),
      "iss": .string(Self.issuer), "jti": .string(claims.id), "kubernetes.io": kubernetes,
      "nbf": .integer(now),
      "sub": .string("system:serviceaccount:\(claims.namespace):\(claims.serviceAccount)"),
    ]
    let header: Value = ["alg": "ES256", "kid": .string(keyID)]
    let signed =
      Data(JSON.encode(header)).base64URL + "." + Data(JSON.encode(payload)).base64URL
    let signature = try key.signature(for: Data(signed.utf8))
    return signed + "." + signature.rawRepresentation.base64URL
  }

  /// What a token says when this issuer signed it and it has not expired; nil otherwise.
  func claims(of token: String) -> Claims? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let raw = Data(base64URL: parts[2]),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw),
      key.publicKey.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)),
      let bytes = Data(base64URL: parts[1]), let payload = try? JSON.decode(Array(bytes))
    else { return nil }
    let expires = Date(timeIntervalSince1970: Double(payload["exp"]?.int ?? 0))
    guard expires > Date(), payload["iss"]?.string == Self.issuer else { return nil }
    let subject = payload["kubernetes.io"]
    return Claims(
      namespace: subject?["namespace"]?.string ?? "",
      serviceAccount: subject?.at("serviceaccount", "name")?.string ?? "",
      uid: subject?.at("serviceaccount", "uid")?.string ?? "",
      id: payload["jti"]?.string ?? "", audiences: payload["aud"]?.strings ?? [],
      expires: expires)
  }

  /// The public key as a key set (RFC 7517), for `/openid/v1/jwks`.
  var keySet: Value {
    let point = key.publicKey.rawRepresentation
    return [
      "keys": [
        [
          "use": "sig", "kty": "EC", "kid": .string(keyID), "crv": "P-256", "alg": "ES256",
          "x": .string(Data(point.prefix(32)).base64URL),
          "y": .string(Data(point.suffix(32)).base64URL),
        ]
      ]
    ]
  }
}

extension Data {
  /// This data in base64 as URLs carry it, without padding (RFC 4648 section 5).
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  init?(base64URL text: String) {
    var standard = text.replacing("-", with: "+").replacing("_", with: "/")
    while standard.utf8.count % 4 != 0 { standard += "=" }
    self.init(base64Encoded: standard)
  }
}
