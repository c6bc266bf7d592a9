public import Documents
public import KubernetesClient

/// An addon of one cluster (`addon.open-cluster-management.io` ManagedClusterAddOn, in the
/// cluster's namespace). mcctl reads v1alpha1, which every supported OCM serves.
public struct ManagedClusterAddOn: ResourceView {
  /// The API resource.
  public static let type = ResourceType.managedClusterAddOns

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// The namespace on the managed cluster where the addon's agent runs.
  public var installNamespace: String {
    for path in [["status", "namespace"], ["spec", "installNamespace"]] {
      if let namespace = value.at(path)?.string, !namespace.isEmpty { return namespace }
    }
    return Names.Namespace.agentAddOn
  }

  /// Whether the addon's agent works; nil before anyone said so.
  public var isAvailable: Bool? {
    condition(Names.ConditionType.addOnAvailable).map(\.isTrue)
  }

  /// The order in which OCM deletes addons of a cluster that goes: lower first, 0 when not said.
  public var cleanupPriority: Int {
    annotation(Names.Annotation.cleanupPriority).flatMap(Int.init) ?? 0
  }

  /// The managed cluster that hosts the addon's agent when it runs elsewhere.
  public var hostingCluster: String? { annotation(Names.Annotation.addOnHostingCluster) }
}
