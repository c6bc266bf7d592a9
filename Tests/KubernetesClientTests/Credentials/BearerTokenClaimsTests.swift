import Documents
import Foundation
import Testing

@testable import KubernetesClient

@Suite("Claims of a token")
struct BearerTokenClaimsTests {
  static func token(_ claims: Value) -> String {
    func part(_ value: Value) -> String {
      Data(JSON.encode(value)).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    return "\(part(["alg": "RS256"])).\(part(claims)).c2lnbmF0dXJl"
  }

  @Test("reads id, times, user and audience")
  func reads() throws {
    let claims = try #require(
      BearerTokenClaims(
        token: Self.token([
          "jti": "26bf7b3d-a8e9-489b-8e6b-439e6cc97ccd", "iat": 1_795_377_600,
          "exp": 1_795_381_200, "sub": "system:serviceaccount:a:b??>", "aud": ["x", "y"],
        ])))
    #expect(claims.identifier == "26bf7b3d-a8e9-489b-8e6b-439e6cc97ccd")
    #expect(claims.issuedAt == Date(timeIntervalSince1970: 1_795_377_600))
    #expect(claims.expires == Date(timeIntervalSince1970: 1_795_381_200))
    #expect(claims.subject == "system:serviceaccount:a:b??>")
    #expect(claims.audiences == ["x", "y"])
  }

  @Test("one audience may stand alone, and everything may be missing")
  func lenient() throws {
    #expect(BearerTokenClaims(token: Self.token(["aud": "x"]))?.audiences == ["x"])
    let empty = try #require(BearerTokenClaims(token: Self.token([:])))
    #expect(empty.identifier == nil)
    #expect(empty.expires == nil)
  }

  @Test(
    "what is no such token has no claims",
    arguments: ["", "abcdef.0123456789abcdef", "a.b.c", "..", "e30.e30"])
  func refuses(_ token: String) {
    #expect(BearerTokenClaims(token: token) == nil)
  }
}
