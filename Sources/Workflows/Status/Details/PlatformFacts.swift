public import Documents
import OpenClusterManagement

/// What a cluster is and has, as its agent tells the hub: vendor, platform, version, capacity.
public struct PlatformFacts: Sendable, Hashable {
  /// The vendor's product, such as `EKS` or `ACK`; nil when nothing tells.
  public let product: String?
  /// Where it runs, such as `AWS`; nil when nothing tells.
  public let platform: String?
  /// Where ``product`` was read: a claim, or the version.
  public let source: String?
  /// The Kubernetes version, as the cluster reports it.
  public let kubernetes: String?
  /// The claims by name.
  public let claims: [String: String]
  /// Quantities by resource, all nodes together.
  public let capacity: [String: String]
  /// Quantities by resource, for pods.
  public let allocatable: [String: String]

  private static let productClaims = [
    "product.open-cluster-management.io", "product", "vendor.open-cluster-management.io", "vendor",
  ]
  private static let platformClaims = ["platform.open-cluster-management.io", "platform"]
  private static let versionClaim = "kubeversion.open-cluster-management.io"

  /// What vendors append to the version of the Kubernetes they ship.
  private static let marks: [(mark: String, product: String)] = [
    ("-eks", "EKS"), ("-gke", "GKE"), ("+k3s", "K3s"), ("+rke2", "RKE2"), ("-rke", "RKE"),
    ("-aliyun", "ACK"), ("-tke", "TKE"), ("-cce", "CCE"), ("+vmware", "Tanzu"), ("-iks", "IKS"),
    ("+ibm", "IKS"), ("-mirantis", "MKE"), ("+k0s", "k0s"), ("-do.", "DOKS"),
  ]

  /// Reads the record.
  init(_ record: ManagedCluster) {
    claims = record.clusterClaims
    capacity = record.capacity
    allocatable = record.allocatable
    let claims = claims
    func claim(_ names: [String]) -> String? {
      names.lazy.compactMap { claims[$0] }.first { !$0.isEmpty }
    }
    let version = record.version ?? claim([Self.versionClaim])
    kubernetes = version
    platform = claim(Self.platformClaims)
    if let claimed = claim(Self.productClaims) {
      product = claimed
      source = "claim"
    } else if let version, let found = Self.marks.first(where: { version.contains($0.mark) }) {
      product = found.product
      source = "version"
    } else {
      product = nil
      source = nil
    }
  }

  /// The machine form:
  /// `{"product", "platform", "source", "kubernetes", "capacity", "allocatable", "claims"}`.
  public var document: Value {
    var value: Value = [:]
    value["product"] = product.map(Value.string)
    value["platform"] = platform.map(Value.string)
    value["source"] = source.map(Value.string)
    value["kubernetes"] = kubernetes.map(Value.string)
    value["capacity"] = Self.object(capacity)
    value["allocatable"] = Self.object(allocatable)
    value["claims"] = Self.object(claims)
    return value
  }

  private static func object(_ texts: [String: String]) -> Value {
    .object(Object(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
  }
}
