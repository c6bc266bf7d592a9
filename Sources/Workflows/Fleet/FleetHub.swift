import Documents
public import OpenClusterManagement

/// How the agents of a fleet reach the hub. Paths are relative to the fleet file.
public struct FleetHub: Sendable, Hashable {
  /// The hub's URL; nil for the one of its kubeconfig.
  public let url: String?
  /// A file with the certificates (PEM) that verify it.
  public let caFile: String?
  /// The only authority to be trusted, as it is written in the file.
  public let caPin: String?
  /// Allow a loopback URL.
  public let allowsLoopback: Bool
  /// The proxy on the agents' way.
  public let proxyURL: String?
  /// A file with the certificates (PEM) of a proxy that ends TLS.
  public let proxyCAFile: String?
  /// A name that the agents' pods cannot resolve, and its address.
  public let hostAlias: AgentOptions.HostAlias?

  init(_ value: Value) {
    url = value["url"]?.string
    caFile = value["caFile"]?.string
    caPin = value["caPin"]?.string
    allowsLoopback = value["allowLoopback"]?.bool ?? false
    proxyURL = value["proxyURL"]?.string
    proxyCAFile = value["proxyCAFile"]?.string
    hostAlias = value.at("hostAlias", "hostname")?.string.flatMap { hostname in
      value.at("hostAlias", "ip")?.string.map {
        AgentOptions.HostAlias(hostname: hostname, ip: $0)
      }
    }
  }
}
