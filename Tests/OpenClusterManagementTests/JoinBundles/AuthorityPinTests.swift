import Testing

@testable import OpenClusterManagement

@Suite("Pins of certificate authorities")
struct AuthorityPinTests {
  @Test("are what openssl computes, in the order of the bundle")
  func pins() {
    let pins = AuthorityPin.pins(pem: TestAuthorities.both)
    #expect(pins.map(\.text) == [TestAuthorities.onePin, TestAuthorities.twoPin])
    #expect(AuthorityPin.pins(pem: Array("no certificate".utf8)).isEmpty)
  }

  @Test("select the certificates they stand for")
  func selection() throws {
    let pin = try #require(AuthorityPin(parsing: TestAuthorities.twoPin.uppercased()))
    let selected = AuthorityPin.selection(of: TestAuthorities.both, by: pin)
    #expect(AuthorityPin.pins(pem: selected) == [pin])
    let other = try #require(AuthorityPin(parsing: "sha256:" + String(repeating: "0", count: 64)))
    #expect(AuthorityPin.selection(of: TestAuthorities.both, by: other).isEmpty)
  }

  @Test("are refused when they are none", arguments: ["", "sha256:", "sha256:12", "md5:00", "00"])
  func unreadable(text: String) {
    #expect(AuthorityPin(parsing: text) == nil)
  }
}
