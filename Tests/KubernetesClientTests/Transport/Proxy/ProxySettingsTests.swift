import Testing

@testable import KubernetesClient

struct ProxySettingsTests {
  /// An environment, a URL and the proxy for it, as Go's httpproxy package has it, and so kubectl.
  static let environments: [([String: String], String, String?)] = [
    (["HTTPS_PROXY": "proxy:3128"], "https://hub/", "http://proxy:3128"),
    (["https_proxy": "http://proxy:3128/"], "https://hub/", "http://proxy:3128"),
    (["HTTPS_PROXY": "", "https_proxy": "http://lower"], "https://hub/", "http://lower:80"),
    (
      ["HTTPS_PROXY": "http://upper", "https_proxy": "http://lower"], "https://hub/",
      "http://upper:80"
    ),
    (["HTTPS_PROXY": "https://proxy"], "https://hub/", "https://proxy:443"),
    (["HTTPS_PROXY": "socks5://u:p@[::1]"], "https://hub/", "socks5://[::1]:1080"),
    (["HTTPS_PROXY": "socks5h://proxy"], "https://hub/", "socks5://proxy:1080"),
    (["HTTP_PROXY": "http://proxy"], "https://hub/", nil),
    (["HTTP_PROXY": "http://proxy"], "http://hub/", "http://proxy:80"),
    (["ALL_PROXY": "http://proxy"], "https://hub/", nil),
    (["HTTPS_PROXY": "http://proxy"], "https://localhost/", nil),
    (["HTTPS_PROXY": "http://proxy"], "https://127.8.8.8:6443/", nil),
    (["HTTPS_PROXY": "http://proxy"], "https://[::1]/", nil),
    ([:], "https://hub/", nil),
  ]

  @Test(arguments: environments)
  func readsEnvironment(environment: [String: String], url: String, proxy: String?) throws {
    #expect(try ProxySettings(environment: environment).proxy(for: url) == proxy)
  }

  /// A `NO_PROXY` list, a URL and whether it is excluded.
  static let exclusions: [(String, String, Bool)] = [
    ("*", "https://hub/", true),
    ("example.com", "https://example.com/", true),
    ("example.com", "https://hub.example.com/", true),
    ("example.com", "https://HUB.Example.COM/", true),
    ("example.com", "https://anexample.com/", false),
    (".example.com", "https://hub.example.com/", true),
    (".example.com", "https://example.com/", false),
    ("*.example.com", "https://hub.example.com/", true),
    ("*.example.com", "https://example.com/", false),
    ("a.com, , hub , b.com", "https://hub/", true),
    ("example.com:6443", "https://hub.example.com:6443/", true),
    ("example.com:6443", "https://hub.example.com/", false),
    ("example.com:443", "https://example.com/", true),
    ("example.com:none", "https://example.com/", false),
    (":6443", "https://hub:6443/", false),
    ("10.0.0.1", "https://10.0.0.1:6443/", true),
    ("10.0.0.1:443", "https://10.0.0.1:6443/", false),
    ("10.0.0.1:6443", "https://10.0.0.1:6443/", true),
    ("10.0.0.0/8", "https://10.255.0.1/", true),
    ("10.0.0.0/8", "https://11.0.0.1/", false),
    ("10.0.0.0/8", "https://ten.example.com/", false),
    ("10.1.2.128/25", "https://10.1.2.127/", false),
    ("10.1.2.128/25", "https://10.1.2.200/", true),
    ("0.0.0.0/0", "https://192.0.2.1/", true),
    ("0.0.0.0/0", "https://[2001:db8::1]/", false),
    ("2001:db8::/32", "https://[2001:db8:ffff::1]/", true),
    ("2001:db8::/32", "https://[2001:db9::1]/", false),
    ("2001:db8::1", "https://[2001:0DB8::1]:6443/", true),
    ("[2001:db8::1]:6443", "https://[2001:db8::1]:6443/", true),
    ("[2001:db8::1]:6443", "https://[2001:db8::1]/", false),
    ("10.0.0.0/33, 10.0.0.1/8/8", "https://10.0.0.1/", false),
  ]

  @Test(arguments: exclusions)
  func readsExclusions(list: String, url: String, isExcluded: Bool) throws {
    let settings = try ProxySettings(
      environment: ["HTTPS_PROXY": "http://proxy", "no_proxy": list])
    #expect((try settings.proxy(for: url) == nil) == isExcluded)
  }

  @Test func neverExcludesFromExplicitProxy() throws {
    #expect(
      try ProxySettings(url: "http://proxy").proxy(for: "https://127.0.0.1/") == "http://proxy:80")
  }

  @Test(arguments: [
    "ftp://proxy", "http://", "http://proxy:port", "http://a b", "http://%zz:x@proxy", "://proxy",
  ])
  func refusesWhatIsNoProxy(url: String) {
    #expect(throws: TransportError.self) { try ProxySettings(url: url) }
    #expect(throws: TransportError.self) { try ProxySettings(environment: ["HTTPS_PROXY": url]) }
  }

  @Test func showsNoLogin() throws {
    let settings = try ProxySettings(url: "http://someone:secret@proxy")
    #expect(!"\(settings)".contains("secret"))
    let error = #expect(throws: TransportError.self) {
      try ProxySettings(url: "ftp://someone:secret@proxy")
    }
    #expect(error.map { "\($0)".contains("secret") } == false)
  }
}
