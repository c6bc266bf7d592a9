public import Documents
public import KubernetesClient

/// What OCM's operator runs on the hub (`operator.open-cluster-management.io/v1` ClusterManager).
public struct ClusterManager: ResourceView {
  /// The API resource.
  public static let type = ResourceType.clusterManagers

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// Whether the components run apart from the hub they serve.
  public var isHosted: Bool { value.at("spec", "deployOption", "mode")?.string == "Hosted" }

  /// The namespace of the hub's components.
  public var hubNamespace: String { isHosted ? name : Names.Namespace.hub }

  /// `spec.registrationImagePullSpec`; nil when the CRD's default is used.
  public var registrationImage: String? { value.at("spec", "registrationImagePullSpec")?.string }

  /// Whether a feature of the registration component is switched; nil when its default holds.
  public func registrationFeature(_ name: String) -> Bool? {
    let gates = value.at("spec", "registrationConfiguration", "featureGates")?.array ?? []
    guard let gate = gates.first(where: { $0["feature"]?.string == name }) else { return nil }
    return gate["mode"]?.string == "Enable"
  }

  /// Identities whose certificate requests the hub approves by itself, when the gate
  /// ManagedClusterAutoApproval is on.
  public var autoApprovedUsers: [String] {
    let path = ["spec", "registrationConfiguration", "autoApproveUsers"]
    return (value.at(path)?.array ?? []).compactMap(\.string)
  }

  /// The first condition that says the hub is not ready; nil when it is. A condition that is
  /// missing counts as not met. (OCM operator, clustermanager/controllers/statuscontroller.)
  public var firstUnmetCondition: UnmetCondition? {
    let wanted: [(String, Condition.Status)] = [
      (Names.ConditionType.operatorApplied, .isTrue),
      (Names.ConditionType.operatorProgressing, .isFalse),
      (Names.ConditionType.hubRegistrationDegraded, .isFalse),
      (Names.ConditionType.hubPlacementDegraded, .isFalse),
    ]
    for (type, status) in wanted {
      let found = condition(type)
      if found?.status != status || found?.isCurrent(for: generation) == false {
        return UnmetCondition(type: type, wanted: status, found: found)
      }
    }
    return nil
  }

  /// A condition that is not what it should be.
  public struct UnmetCondition: Sendable, Hashable {
    /// Its type.
    public var type: String
    /// What it should say.
    public var wanted: Condition.Status
    /// What it says; nil when nobody set it.
    public var found: Condition?
  }
}
