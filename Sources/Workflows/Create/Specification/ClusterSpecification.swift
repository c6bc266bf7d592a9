public import Documents

/// A cluster to be created on Linux machines (`apiVersion: mcctl.dev/v1`, `kind: Cluster`). It holds no credential,
/// only where each comes from.
public struct ClusterSpecification: Sendable, Hashable {
  /// The name on the hub; nil when the file does not say.
  public let name: String?
  /// The cluster image.
  public let image: ImageSpecification
  /// The sealer program.
  public let sealer: SealerSpecification
  /// The machines in the order of the file.
  public let hosts: [HostSpecification]
  /// Addresses in the cluster and of its API server.
  public let network: NetworkSpecification
  /// `docker` or `containerd`; nil for what the image says.
  public let containerRuntime: String?
  /// Settings of the image for the whole cluster, those of the network and of ACK Distro among them.
  public let env: [String: String]
  /// Where its images come from.
  public let registry: RegistrySpecification
  /// Names for `/etc/hosts` of every host.
  public let hostAliases: [HostAliasSpecification]
  /// Where sealer unpacks images on the hosts; nil for its default.
  public let dataRoot: String?
  /// What is to be different in kubeadm's configuration.
  public let kubeadm: [KubeadmKind: Value]
  /// Further documents for the Clusterfile, as they were written.
  public let extraDocuments: String?
  /// How the agent reaches the hub.
  public let hub: FleetHub
  /// Ids of host checks that may fail.
  public let ignoredChecks: [String]
  /// Whether it is ACK Distro, by its image or because its settings are there.
  public let isACKDistro: Bool
  /// The document as it was read.
  public let document: Value

  private let registration: Value
  private static let limits = Limits(
    maxBytes: 4 << 20, maxDepth: 64, maxNodes: 200_000, maxAliasExpansion: 50_000)

  /// Reads a file.
  ///
  /// - Parameter source: the file's name, for errors.
  /// - Throws: `DocumentError` with line and column for what is not YAML, unknown or missing members, wrong types,
  ///   secrets that stand in the file, and everything that ``ClusterCheck`` finds.
  public init(parsing bytes: [UInt8], source: String) throws(DocumentError) {
    let text = String(decoding: bytes, as: UTF8.self)
    let documents = try YAML.locatedDocuments(text, source: source, limits: Self.limits)
    guard let document = documents.first, documents.count == 1 else {
      throw DocumentError("one document of kind Cluster is wanted", source: source)
    }
    try ClusterCheck(document: document, text: text).check()
    self.init(document.value)
  }

  private init(_ document: Value) {
    self.document = document
    let value = document["spec"] ?? .null
    name = document.at("metadata", "name")?.string
    image = ImageSpecification(value["image"] ?? .null)
    sealer = SealerSpecification(value["sealer"] ?? .null)
    let ssh = value["ssh"] ?? .object(Object())
    hosts = (value["hosts"]?.array ?? []).map { HostSpecification($0, over: ssh) }
    network = NetworkSpecification(value["network"] ?? .null)
    containerRuntime = value["containerRuntime"]?.string
    env = value["env"].texts.merging(network.variables) { $1 }
      .merging(ACKDistroSettings.variables(value["ackDistro"])) { $1 }
    registry = RegistrySpecification(value["registry"] ?? .null)
    hostAliases = (value["hostAliases"]?.array ?? []).map(HostAliasSpecification.init)
    dataRoot = value["dataRoot"]?.string
    let overrides = KubeadmKind.allCases.compactMap { kind in
      value.at("kubeadm", kind.member).map { (kind, $0) }
    }
    kubeadm = Dictionary(overrides, uniquingKeysWith: { $1 })
    extraDocuments = value["extraDocuments"]?.string
    registration = value["import"] ?? .object(Object())
    hub = FleetHub(registration["hub"] ?? .null)
    ignoredChecks = value.at("checks", "ignore")?.strings ?? []
    isACKDistro = image.isACKDistro || value["ackDistro"] != nil
  }

  /// The machines of the control plane, in the order of the file.
  public var masters: [HostSpecification] { hosts.filter(\.isMaster) }
  /// All other machines, in the order of the file.
  public var nodes: [HostSpecification] { hosts.filter { !$0.isMaster } }
  /// The machine on which sealer runs.
  public var firstMaster: HostSpecification { masters[0] }

  /// What its registration takes, as a fleet file would say it of an existing cluster.
  ///
  /// - Parameter name: its name on the hub.
  public func registration(as name: String) -> FleetCluster {
    var value = registration
    value["hub"] = nil
    value["name"] = .string(name)
    return FleetCluster(value)
  }
}
