public import Documents
public import KubernetesClient

/// A group of clusters (`cluster.open-cluster-management.io/v1beta2` ManagedClusterSet).
public struct ManagedClusterSet: ResourceView {
  /// The API resource.
  public static let type = ResourceType.managedClusterSets

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// How clusters come into the set.
  public enum SelectorType: Sendable, Hashable {
    /// By the label `cluster.open-cluster-management.io/clusterset`: a cluster is in one such set.
    case exclusiveLabel
    /// By any labels: a cluster may be in many such sets.
    case labelSelector
    /// A type this version of mcctl does not know.
    case other(String)
  }

  /// How clusters come into the set; the exclusive label when nothing is said, as in OCM's CRD.
  public var selectorType: SelectorType {
    switch value.at("spec", "clusterSelector", "selectorType")?.string {
    case nil, "", "ExclusiveClusterSetLabel": .exclusiveLabel
    case "LabelSelector": .labelSelector
    case .some(let other): .other(other)
    }
  }

  /// Whether the hub found no cluster in the set; nil before it looked.
  public var isEmpty: Bool? {
    guard let condition = condition(Names.ConditionType.clusterSetEmpty) else { return nil }
    return condition.isTrue
  }
}
