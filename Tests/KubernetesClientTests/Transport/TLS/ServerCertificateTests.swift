import Foundation
import Testing

@testable import KubernetesClient

struct ServerCertificateTests {
  @Test(arguments: [
    ("hub.example.com", true), ("HUB.example.COM", true), ("hub.example.com.", true),
    ("a.wild.example.com", true), ("a.b.wild.example.com", false), ("wild.example.com", false),
    ("10.0.0.1", true), ("10.0.0.2", false), ("2001:db8::1", true), ("2001:DB8:0::1", true),
    ("example.com", false), ("hub", false), ("x.com", false),
  ])
  func coversItsNames(host: String, isCovered: Bool) throws {
    let names = ["hub.example.com", "*.wild.example.com", "*.com"]
    let addresses: [[UInt8]] = [
      [10, 0, 0, 1], [0x20, 1, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ]
    let issued = try Authority().issue("hub", names: names, addresses: addresses)
    let pem = String(decoding: issued.certificatePEM, as: UTF8.self)
    let certificate = try ServerCertificate(pem: pem)
    #expect(certificate.covers(host: host) == isCovered)
    #expect(certificate.names == names + ["10.0.0.1", "2001:db8::1"])
  }

  @Test func givesAuthoritiesAFileOfTheirOwn() throws {
    let one = try #require(AuthorityFile.path(holding: Array("one".utf8)))
    let other = try #require(AuthorityFile.path(holding: Array("other".utf8)))
    #expect(one != other)
    #expect(AuthorityFile.path(holding: Array("one".utf8)) == one)
    #expect(try String(contentsOfFile: one, encoding: .utf8) == "one")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "other")
  }
}
