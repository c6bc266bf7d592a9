public import Documents
public import FoundationEssentials
public import KubernetesClient

/// A cluster's record on the hub (`cluster.open-cluster-management.io/v1` ManagedCluster).
public struct ManagedCluster: ResourceView {
  /// The API resource.
  public static let type = ResourceType.managedClusters

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// `spec.hubAcceptsClient`: the hub administrator's switch, off when missing.
  public var isAcceptedByHub: Bool { value.at("spec", "hubAcceptsClient")?.bool ?? false }

  /// `spec.leaseDurationSeconds`: how often the agent shows a sign of life. 60 when missing, the
  /// default of OCM's CRD.
  public var leaseDurationSeconds: Int {
    let seconds = value.at("spec", "leaseDurationSeconds")?.int ?? 0
    return seconds > 0 ? seconds : 60
  }

  /// `spec.managedClusterClientConfigs`: how to reach the cluster's API server. Consumers such as
  /// cluster-gateway use the first.
  public var clientConfigs: [ClientConfig] {
    (value.at("spec", "managedClusterClientConfigs")?.array ?? []).compactMap(ClientConfig.init)
  }

  /// `spec.taints`.
  public var taints: [Taint] {
    (value.at("spec", "taints")?.array ?? []).compactMap(Taint.init)
  }

  /// `status.version.kubernetes` as the cluster reports it; not always a semantic version.
  public var version: String? {
    guard let text = value.at("status", "version", "kubernetes")?.string, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// `status.clusterClaims` by name.
  public var clusterClaims: [String: String] {
    var claims: [String: String] = [:]
    for claim in value.at("status", "clusterClaims")?.array ?? [] {
      guard let name = claim["name"]?.string else { continue }
      claims[name] = claim["value"]?.string ?? ""
    }
    return claims
  }

  /// `status.capacity`: quantities by resource; empty for a cluster without nodes.
  public var capacity: [String: String] { strings(at: "status", "capacity") }

  /// `status.allocatable`: quantities by resource; empty for a cluster without schedulable nodes.
  public var allocatable: [String: String] { strings(at: "status", "allocatable") }

  /// The ManagedClusterSet that the cluster's label puts it into.
  public var clusterSet: String? { label(Names.Label.clusterSet) }

  /// Finalizers that neither OCM nor mcctl put there, in their order: their owners still have work
  /// to do before the cluster may be unregistered.
  public var userFinalizers: [String] { finalizers.filter(Names.Finalizer.isUserFinalizer) }

  /// The cluster's readiness gates.
  public var readinessGates: ReadinessGates {
    ReadinessGates(annotation: annotation(Names.Annotation.readinessGates))
  }
}

extension ManagedCluster {
  /// One entry of `spec.managedClusterClientConfigs`.
  public struct ClientConfig: Sendable, Hashable {
    /// The API server's URL.
    public var url: String
    /// The certificate authorities to trust there, PEM in base64 as in the object; nil when missing
    /// or empty.
    public var caBundle: String?

    /// An entry to be written.
    public init(url: String, caBundle: String?) {
      self.url = url
      self.caBundle = caBundle
    }

    /// Reads an entry; nil when it has no URL.
    public init?(_ value: Value) {
      guard let url = value["url"]?.string, !url.isEmpty else { return nil }
      self.url = url
      let bundle = value["caBundle"]?.string ?? ""
      self.caBundle = bundle.isEmpty ? nil : bundle
    }

    /// The certificate authorities as PEM bytes; nil when missing or not base64.
    public var certificateAuthorities: [UInt8]? {
      caBundle.flatMap { Data(base64Encoded: $0, options: .ignoreUnknownCharacters) }.map(
        Array.init)
    }

    /// The entry as it stands in the object.
    public var document: Value {
      var value: Value = ["url": .string(url)]
      value["caBundle"] = caBundle.map(Value.string)
      return value
    }
  }

  /// One entry of `spec.taints`.
  public struct Taint: Sendable, Hashable {
    /// The taint's name.
    public var key: String
    /// The taint's value; often empty.
    public var value: String
    /// `NoSelect`, `PreferNoSelect` or `NoSelectIfNew`.
    public var effect: String
    /// When the hub saw the taint first.
    public var timeAdded: Date?

    /// Reads an entry; nil when it has no key.
    public init?(_ value: Value) {
      guard let key = value["key"]?.string, !key.isEmpty else { return nil }
      self.key = key
      self.value = value["value"]?.string ?? ""
      self.effect = value["effect"]?.string ?? ""
      self.timeAdded = Timestamp.date(value["timeAdded"])
    }
  }
}
