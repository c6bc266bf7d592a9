public import Documents
public import FoundationEssentials
public import KubernetesClient

/// A sign of life (`coordination.k8s.io/v1` Lease), such as `managed-cluster-lease` in the
/// cluster's namespace, that the agent renews every `leaseDurationSeconds` of its ManagedCluster.
public struct Lease: ResourceView {
  /// The API resource.
  public static let type = ResourceType.leases

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// When the holder renewed it last; nil when it never did. The best "last seen" there is.
  public var renewTime: Date? { Timestamp.date(value.at("spec", "renewTime")) }

  /// Who renews it.
  public var holderIdentity: String? { value.at("spec", "holderIdentity")?.string }
}
