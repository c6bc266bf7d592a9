import KubernetesClient

/// Everything that makes a cluster a hub: OCM's operator does the rest.
public struct HubManifests: Sendable {
  /// What the hub is to be like.
  public let options: HubOptions

  /// The only name that a ClusterManager in default mode may have.
  public static let clusterManagerName = "cluster-manager"

  /// Manifests for a hub.
  public init(_ options: HubOptions) {
    self.options = options
  }

  /// All objects in the order to apply them. The ClusterManager comes last; its CRD has to be
  /// served before it.
  public func objects() -> [ManifestObject] {
    operatorObjects() + (options.includesSharedBootstrap ? SharedBootstrap.objects : [])
      + [clusterManager()]
  }

  /// The operator, its rights and its CRD.
  public func operatorObjects() -> [ManifestObject] {
    let name = Names.ServiceAccount.clusterManager
    let images = options.operatorOptions.images
    let base = OperatorObjects(
      name: name, rules: PolicyRule.clusterManagerOperator(for: images.version),
      pullCredentials: options.operatorOptions.pullCredentials)
    let deployment = OperatorDeployment(
      name: name, container: "registration-operator", arguments: ["hub"],
      // What the hub's importer, when switched on, deploys on managed clusters.
      environment: [("AGENT_IMAGE", images.image(.registrationOperator))],
      memoryLimit: nil, options: options.operatorOptions)
    return base.objects + [ClusterManagerDefinition.object, deployment.object]
  }
}
