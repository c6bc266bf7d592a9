public import Documents

/// The document of kind Cluster of a Clusterfile (sealer api v2).
public struct ClusterDocument: Sendable, Hashable {
  /// One registry. Nil is left out.
  public struct Registry: Sendable, Hashable {
    /// Its name.
    public var domain: String?
    /// Its port.
    public var port: Int?
    /// Who may use it.
    public var username: String?
    /// The password. A secret, which sealer stores in clear.
    public var password: String?
    /// Run it on every master.
    public var isHighlyAvailable: Bool?
    /// Serve it without TLS.
    public var isInsecure: Bool?

    /// Says nothing, unless told.
    public init() {}

    var document: Value {
      var value = Value.object(Object())
      value["domain"] = domain.map(Value.string)
      value["port"] = port.map(Value.integer)
      value["username"] = username.map(Value.string)
      value["password"] = password.map(Value.string)
      value["ha"] = isHighlyAvailable.map(Value.bool)
      value["insecure"] = isInsecure.map(Value.bool)
      return value
    }
  }

  /// The name by which sealer knows it; disk features of ACK Distro work for `my-cluster` alone.
  public var name = "my-cluster"
  /// The cluster image.
  public var image: String
  /// Settings of the image.
  public var env: [String: String] = [:]
  /// How machines are reached.
  public var ssh = ClusterfileSSH()
  /// The machines, masters first.
  public var hosts: [ClusterfileHost]
  /// `docker` or `containerd`.
  public var containerRuntime: String?
  /// The registry on the masters.
  public var localRegistry: Registry?
  /// A registry elsewhere.
  public var externalRegistry: Registry?
  /// Names for `/etc/hosts` of every machine, by address.
  public var hostAliases: [(ip: String, hostnames: [String])] {
    get { aliases.map { ($0.ip, $0.hostnames) } }
    set { aliases = newValue.map { Alias(ip: $0.ip, hostnames: $0.hostnames) } }
  }
  /// Where images are unpacked on the machines.
  public var dataRoot: String?

  private var aliases: [Alias] = []
  private struct Alias: Sendable, Hashable {
    let ip: String
    let hostnames: [String]
  }

  /// A cluster of an image on machines.
  public init(image: String, hosts: [ClusterfileHost]) {
    self.image = image
    self.hosts = hosts
  }

  /// The document.
  public func document(for release: SealerRelease) -> Value {
    var specification: Value = ["image": .string(image)]
    if !env.isEmpty { specification["env"] = Self.list(env) }
    specification["ssh"] = ssh.document
    specification["containerRuntime"] = containerRuntime.map { ["type": .string($0)] }
    if let localRegistry {
      specification.set(localRegistry.document, at: "registry", "localRegistry")
    }
    if let externalRegistry {
      specification.set(externalRegistry.document, at: "registry", "externalRegistry")
    }
    if !aliases.isEmpty {
      specification["hostAliases"] = .array(
        aliases.map {
          ["ip": .string($0.ip), "hostnames": .array($0.hostnames.map(Value.string))]
        })
    }
    if release.hasDataRoot { specification["dataRoot"] = dataRoot.map(Value.string) }
    specification["hosts"] = .array(hosts.map(\.document))
    return [
      "apiVersion": .string(release.minor >= 9 ? "sealer.io/v2" : "sealer.cloud/v2"),
      "kind": "Cluster", "metadata": ["name": .string(name)], "spec": specification,
    ]
  }

  /// `NAME=value`, by name.
  static func list(_ variables: [String: String]) -> Value {
    .array(variables.sorted { $0.key < $1.key }.map { .string("\($0.key)=\($0.value)") })
  }

  static func map(_ texts: [String: String]) -> Value {
    .object(Object(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
  }
}
