import Testing

@testable import KubernetesClient

struct RequestTargetTests {
  static let readable: [(url: String, host: String, port: Int, path: String, field: String)] = [
    ("https://hub.example.com", "hub.example.com", 443, "/", "hub.example.com"),
    ("HTTPS://Hub:6443/api", "hub", 6443, "/api", "hub:6443"),
    ("http://127.0.0.1/a?b=c", "127.0.0.1", 80, "/a?b=c", "127.0.0.1"),
    ("https://hub?watch=1", "hub", 443, "/?watch=1", "hub"),
    ("https://[2001:DB8::1]:6443/x", "2001:db8::1", 6443, "/x", "[2001:db8::1]:6443"),
    ("https://[::1]", "::1", 443, "/", "[::1]"),
    ("https://hub/a//b/../c@d:e", "hub", 443, "/a//b/../c@d:e", "hub"),
  ]

  @Test(arguments: readable)
  func reads(url: String, host: String, port: Int, path: String, field: String) throws {
    let target = try RequestTarget(url)
    #expect(target.host == host)
    #expect(target.port == port)
    #expect(target.pathAndQuery == path)
    #expect(target.hostField == field)
    #expect(target.isSecure == url.lowercased().hasPrefix("https"))
  }

  @Test(arguments: [
    "", "hub", "hub:6443", "/path", "ftp://hub/", "https://", "https:///path", "https://hub:/",
    "https://hub:0/", "https://hub:65536/", "https://hub:-1/", "https://hub:6 443/",
    "https://hub/a b", "https://hub/\u{e4}", "https://h\u{fc}b/", "https://hub/a\nb",
    "https://hub/#x",
    "https://user:secret@hub/", "https://::1/", "https://[::1/", "https://[hub]/",
    "https://[::1]x/",
    "https://hub\\x/", "https://ho\"st/",
  ])
  func refuses(url: String) throws {
    let error = #expect(throws: TransportError.self) { try RequestTarget(url) }
    guard case .invalidURL(let shown, let reason) = try #require(error) else {
      Issue.record("\(url)")
      return
    }
    #expect(!shown.contains("secret"))
    #expect(!reason.isEmpty)
  }

  @Test func replacesHost() throws {
    let target = try RequestTarget("https://10.0.0.1:6443/api?x=1")
    #expect(target.url(host: "hub") == "https://hub:6443/api?x=1")
    #expect(target.url(host: "::1") == "https://[::1]:6443/api?x=1")
    #expect(target.authority == "10.0.0.1:6443")
  }
}
