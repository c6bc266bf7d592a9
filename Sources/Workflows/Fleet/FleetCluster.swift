import Documents
import OpenClusterManagement

/// One cluster of a fleet. Paths are relative to the fleet file; nil is what the file does not say.
public struct FleetCluster: Sendable, Hashable {
  /// A Secret on the hub.
  public struct SecretReference: Sendable, Hashable {
    /// Its namespace.
    public let namespace: String
    /// Its name.
    public let name: String
  }

  /// The name on the hub.
  public let name: String
  /// How it is imported.
  public let mode: ImportMode
  /// A kubeconfig that leads to it.
  public let kubeconfig: FleetSecret?
  /// The context of the kubeconfig.
  public let context: String?
  /// A Secret on the hub with a kubeconfig that leads to it.
  public let kubeconfigSecret: SecretReference?
  /// Labels to set.
  public let labels: [String: String]
  /// Annotations to set.
  public let annotations: [String: String]
  /// The cluster set to put it into.
  public let clusterSet: String?
  /// Conditions that must be True before it counts as registered.
  public let gates: [String]?
  /// Addons to enable.
  public let addOns: [String]
  /// Its URL, to tell the hub.
  public let url: String?
  /// A file with the certificates (PEM) that verify that URL.
  public let caFile: String?
  /// The credential to join with, where the hub is not asked for one.
  public let token: FleetSecret?
  /// How long the credential to join with is valid.
  public let tokenTTL: Duration?
  /// Keep that credential.
  public let keepsCredential: Bool
  /// The agent.
  public let agent: FleetAgent

  init(_ value: Value) {
    name = value["name"]?.string ?? ""
    mode = value["mode"]?.string.flatMap(ImportMode.init(rawValue:)) ?? .auto
    kubeconfig = value["kubeconfig"].flatMap(FleetSecret.init)
    context = value["context"]?.string
    kubeconfigSecret = value.at("kubeconfigSecret", "name")?.string.map {
      SecretReference(
        namespace: value.at("kubeconfigSecret", "namespace")?.string ?? "", name: $0)
    }
    labels = value["labels"].texts
    annotations = value["annotations"].texts
    clusterSet = value["clusterset"]?.string
    gates = value["gates"]?.array?.compactMap(\.string)
    addOns = value["addons"]?.array?.compactMap(\.string) ?? []
    url = value["url"]?.string
    caFile = value["caFile"]?.string
    token = value["token"].flatMap(FleetSecret.init)
    tokenTTL = value["tokenTTL"]?.string.flatMap(Duration.init(spoken:))
    keepsCredential = value["keepCredential"]?.bool ?? false
    agent = FleetAgent(value["agent"] ?? .null)
  }
}

extension Value? {
  /// The texts of a map by name; none when it is missing.
  var texts: [String: String] {
    let pairs = self?.object?.compactMap { key, value in value.string.map { (key, $0) } } ?? []
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}
