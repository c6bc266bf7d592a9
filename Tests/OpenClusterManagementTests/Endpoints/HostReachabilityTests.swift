import Testing

@testable import OpenClusterManagement

@Suite("From where an API server can be reached")
struct HostReachabilityTests {
  @Test(
    "hosts",
    arguments: [
      ("localhost", HostReachability.loopback), ("LOCALHOST.", .loopback),
      ("hub.localhost", .loopback), ("127.0.0.1", .loopback), ("127.1.2.3", .loopback),
      ("0.0.0.0", .loopback), ("::1", .loopback), ("::", .loopback), ("[::1]", .loopback),
      ("::ffff:127.0.0.1", .loopback), ("0:0:0:0:0:0:0:1", .loopback),
      ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("fe80::1%eth0", .linkLocal),
      ("febf::1", .linkLocal),
      ("10.0.0.1", .privateAddress), ("172.16.0.1", .privateAddress),
      ("172.31.255.255", .privateAddress), ("192.168.1.1", .privateAddress),
      ("100.64.0.1", .privateAddress), ("fd00::1", .privateAddress), ("fc00::1", .privateAddress),
      ("::ffff:10.0.0.1", .privateAddress), ("ip-10-0-0-1.ec2.internal", .privateAddress),
      ("hub.c.project.google.internal", .privateAddress),
      ("172.32.0.1", .publicAddress), ("100.128.0.1", .publicAddress),
      ("8.8.8.8", .publicAddress), ("2001:db8::1", .publicAddress),
      ("64:ff9b::10.0.0.1", .publicAddress),
      ("kubernetes", .insideCluster), ("kubernetes.default", .insideCluster),
      ("kubernetes.default.svc", .insideCluster), ("a.b.svc.cluster.local", .insideCluster),
      ("hub", .localName), ("kind-control-plane", .localName),
      ("host.docker.internal", .localName), ("hub.local", .localName), ("hub.lan", .localName),
      ("hub.home.arpa", .localName), ("hub.test", .localName),
      ("hub.example.com", .publicName), ("HUB.EXAMPLE.COM.", .publicName),
      ("svc.example.com", .publicName), ("kubernetes.example.com", .publicName),
      ("256.1.1.1", .publicName), ("1.2.3", .publicName), ("10.0.0.1.example.com", .publicName),
    ])
  func hosts(host: String, reachability: HostReachability) {
    #expect(HostReachability.classify(host: host) == reachability)
  }

  @Test(
    "URLs",
    arguments: [
      ("https://127.0.0.1:16443", HostReachability.loopback),
      ("https://[::1]:6443/", .loopback),
      ("HTTPS://hub.example.com", .publicName),
      ("https://hub.example.com:6443/k8s/clusters/c-1", .publicName),
    ])
  func urls(url: String, reachability: HostReachability) throws {
    #expect(try HostReachability.classify(url: url) == reachability)
  }

  @Test(
    "what is no API server's URL",
    arguments: [
      ("http://hub:6443", EndpointError.notSecure("http://hub:6443")),
      ("hub:6443", .notSecure("hub:6443")),
      ("hub.example.com", .notAURL("hub.example.com")), ("https://", .notAURL("https://")),
      ("", .notAURL("")), ("https:///path", .notAURL("https:///path")),
    ])
  func noURLs(text: String, error: EndpointError) {
    #expect(throws: error) { try HostReachability.classify(url: text) }
  }

  @Test("only what nobody else can reach is refused")
  func unreachable() {
    let unreachable = HostReachability.allCases.filter(\.isUnreachableFromElsewhere)
    #expect(unreachable == [.loopback, .linkLocal, .insideCluster])
  }

  @Test(
    "no addresses",
    arguments: [
      "1::2::3", ":", "1:2:3:4:5:6:7", "12345::", "1:2:3:4:5:6:7:8:9", "1.2.3.4.5", "::g",
    ])
  func noAddresses(_ text: String) {
    #expect(IPAddress(text) == nil)
  }
}
