import Documents
import Foundation
import Testing

@testable import OpenClusterManagement

@Suite("What is expected of a request")
struct RegistrationExpectationTests {
  static func token(_ claims: Value) -> String {
    func part(_ value: Value) -> String {
      Data(JSON.encode(value)).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    return "\(part(["alg": "RS256"])).\(part(claims)).c2lnbmF0dXJl"
  }

  @Test("what is expected after minting is read out of the token")
  func expectation() {
    let token = Self.token(["jti": "one", "iat": 1_795_377_600])
    let expectation = RegistrationExpectation.afterMinting(token: token, clusterName: "c1")
    #expect(expectation.tokenIdentifiers == ["one"])
    #expect(expectation.credentialMinted == Date(timeIntervalSince1970: 1_795_377_600))
    #expect(expectation.requesters == [.joinCredential])
  }
}
