/// What a hub is to be like.
public struct HubOptions: Sendable, Hashable {
  /// How the operator is deployed; placement also holds for the hub's components.
  public var operatorOptions: OperatorOptions
  /// Feature gates of the hub's components.
  public var featureGates: FeatureGates
  /// Users whose certificate requests the hub approves by itself, which only works with the feature
  /// gate ManagedClusterAutoApproval. mcctl approves itself after verifying, so none by default.
  public var autoApprovedUsers: [String]
  /// What the components' containers ask for.
  public var resources: ResourceRequirement
  /// Whether the shared identity is set up with which other tools (clusteradm) let clusters join.
  public var includesSharedBootstrap: Bool

  /// A hub with OCM's own settings and three operator pods, as OCM deploys it.
  public init() {
    operatorOptions = OperatorOptions(replicas: 3)
    featureGates = FeatureGates()
    autoApprovedUsers = []
    resources = .standard
    includesSharedBootstrap = true
  }
}
