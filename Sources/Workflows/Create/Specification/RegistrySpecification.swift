import Documents

/// Where a cluster's images come from.
public struct RegistrySpecification: Sendable, Hashable {
  /// One registry. Nil is what the file does not say.
  public struct Registry: Sendable, Hashable {
    /// Its name.
    public let domain: String?
    /// Its port.
    public let port: Int?
    /// Who may use it.
    public let username: String?
    /// The password.
    public let password: FleetSecret?
    /// Run it on every master.
    public let isHighlyAvailable: Bool?
    /// Serve it without TLS.
    public let isInsecure: Bool?

    init(_ value: Value) {
      domain = value["domain"]?.string
      port = value["port"]?.int
      username = value["username"]?.string
      password = value["password"].flatMap(FleetSecret.init)
      isHighlyAvailable = value["ha"]?.bool
      isInsecure = value["insecure"]?.bool
    }
  }

  /// The one that sealer runs on the masters.
  public let local: Registry?
  /// One elsewhere.
  public let external: Registry?

  init(_ value: Value) {
    local = value["local"].map(Registry.init)
    external = value["external"].map(Registry.init)
  }
}

/// Names for `/etc/hosts` of every host.
public struct HostAliasSpecification: Sendable, Hashable {
  /// The address.
  public let ip: String
  /// Its names.
  public let hostnames: [String]

  init(_ value: Value) {
    ip = value["ip"]?.string ?? ""
    hostnames = value["hostnames"]?.strings ?? []
  }
}
