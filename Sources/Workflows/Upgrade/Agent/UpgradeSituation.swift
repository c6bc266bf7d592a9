import Documents
import KubernetesClient
import OpenClusterManagement

/// What there is of one agent before it is moved to another release.
struct UpgradeSituation: Sendable {
  let record: ManagedCluster
  let clusterUID: String
  let klusterlet: Klusterlet
  /// The operator's Deployment.
  let operatorDeployment: Value
  /// What the operator may do.
  let operatorRole: Value?
  /// The release of the hub; nil when its operator's image does not tell.
  let hubVersion: OCMVersion?

  /// The release of the agent's operator; nil when its image does not tell.
  var version: OCMVersion? { operatorImage.version }

  /// The image of the agent's operator.
  var operatorImage: InstalledImage {
    InstalledImage(
      operatorDeployment.at("spec", "template", "spec", "containers")?[0]?["image"]?.string ?? "")
  }

  /// Reads both sides.
  static func read(
    _ name: String, _ context: PlanningContext, _ managed: APIReader, _ location: ClusterLocation
  ) async throws -> UpgradeSituation {
    guard let record = try await context.cluster(name) else {
      throw ClusterUnknown(name: name, hub: context.hubLocation)
    }
    async let uid = managed.clusterIdentity()
    async let hubVersion = hubVersion(context.hub)
    async let operatorDeployment = managed.getIfPresent(
      .deployments, Names.ServiceAccount.klusterlet,
      namespace: Names.Namespace.openClusterManagement)
    async let role = managed.getIfPresent(.clusterRoles, Names.ClusterRole.klusterlet)
    let klusterlets = try await managed.presentList(.klusterlets).map(Klusterlet.init)
    guard let klusterlet = klusterlets.first(where: { $0.clusterName == name }),
      let deployment = try await operatorDeployment
    else { throw AgentMissing(cluster: name, location: location) }
    return UpgradeSituation(
      record: record, clusterUID: try await uid, klusterlet: klusterlet,
      operatorDeployment: deployment, operatorRole: try await role,
      hubVersion: try await hubVersion)
  }

  private static func hubVersion(_ hub: APIReader) async throws -> OCMVersion? {
    let deployment = try await hub.getIfPresent(
      .deployments, Names.ServiceAccount.clusterManager,
      namespace: Names.Namespace.openClusterManagement)
    let containers = deployment?.at("spec", "template", "spec", "containers")
    return containers?[0]?["image"]?.string.flatMap { InstalledImage($0).version }
  }
}
