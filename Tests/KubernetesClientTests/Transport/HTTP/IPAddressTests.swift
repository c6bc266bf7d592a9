import Testing

@testable import KubernetesClient

struct IPAddressTests {
  static let notations: [(text: String, canonical: String)] = [
    ("0.0.0.0", "0.0.0.0"),
    ("255.1.20.3", "255.1.20.3"),
    ("::", "::"),
    ("::1", "::1"),
    ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ("fe80::", "fe80::"),
    ("64:ff9b::192.0.2.1", "64:ff9b::c000:201"),
    ("::ffff:10.0.0.1", "10.0.0.1"),
    ("::ffff:a00:1", "10.0.0.1"),
  ]

  @Test(arguments: notations)
  func reads(text: String, canonical: String) {
    #expect(IPAddress(text)?.description == canonical)
    #expect(IPAddress(canonical) == IPAddress(text))
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "1.2.3.-1", "1.2.3.+4", "1.2..3", "hub", "1",
    ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::",
    "g::",
    "::1%eth0", "[::1]", "1.2.3.4::", "::1.2.3", "+1::", "\u{0661}.2.3.4",
  ])
  func refuses(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.255.0.1", true), ("::1", true), ("::2", false), ("128.0.0.1", false),
    ("::ffff:127.0.0.1", true),
  ])
  func knowsLoopback(text: String, isLoopback: Bool) {
    #expect(IPAddress(text)?.isLoopback == isLoopback)
  }
}
