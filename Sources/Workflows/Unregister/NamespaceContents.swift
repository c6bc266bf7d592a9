import Documents
import KubernetesClient
import OpenClusterManagement

/// Tells apart what a cluster's namespace on the hub holds: what Kubernetes, OCM and mcctl put there
/// goes with the cluster, anything else is somebody's.
struct NamespaceContents: Sendable {
  let namespace: String
  let reader: APIReader

  /// Types that are never anybody's work: made by Kubernetes beside other objects, or computed.
  private static let derivedTypes: Set<String> = [
    "events", "events.events.k8s.io", "endpoints", "endpointslices.discovery.k8s.io",
    "pods.metrics.k8s.io", "controllerrevisions.apps", "leases.coordination.k8s.io",
  ]

  /// Groups whose objects in a cluster's namespace belong to the cluster.
  private static let clusterGroups: Set<String> = [
    Names.APIGroup.work, Names.APIGroup.addOn, Names.APIGroup.authentication,
  ]

  /// Secrets that mcctl, or an OCM distribution, keeps for the cluster.
  private var clusterSecrets: Set<String> {
    [
      Names.Secret.autoImport, Names.Secret.createdCluster,
      Names.Secret.clusterCredentials,
      Names.Secret.importManifests(of: namespace),
    ]
  }

  /// The objects that are neither Kubernetes' own nor the cluster's.
  func foreign() async throws -> [ObjectReference] {
    var seen: Set<String> = []
    let types = try await reader.discovery().resources.filter {
      $0.type.isNamespaced && $0.verbs.contains("list") && $0.isPreferred
        && !Self.derivedTypes.contains($0.type.qualifiedName)
        && !Self.clusterGroups.contains($0.type.group)
        && seen.insert($0.type.qualifiedName).inserted
    }.map(\.type)
    let found = try await types.concurrentMap(limit: 8) { try await foreign($0) }
    return found.flatMap(\.self)
  }

  private func foreign(_ type: ResourceType) async throws -> [ObjectReference] {
    do {
      return try await reader.metadataList(type, namespace: namespace).items
        .filter { !belongs($0, type) }
        .compactMap { ObjectReference($0, type: type) }
        .map { ObjectReference(type: type, namespace: namespace, name: $0.name) }
    } catch KubernetesError.resourceTypeMissing, KubernetesError.forbidden {
      return []
    } catch KubernetesError.badRequest {
      // A type that lists in its own way only, as some aggregated APIs do.
      return []
    }
  }

  private func belongs(_ object: Value, _ type: ResourceType) -> Bool {
    let name = object.at("metadata", "name")?.string ?? ""
    let labels = object.at("metadata", "labels")
    if labels?[Names.Label.clusterName]?.string == namespace { return true }
    if labels?[Names.Label.addOnName] != nil { return true }
    if labels?["authentication.open-cluster-management.io/is-managed-serviceaccount"] != nil {
      return true
    }
    if labels?[Names.Label.managedBy]?.string == Names.Label.managedByValue { return true }
    // What is owned goes with its owner, which is judged by itself.
    if object.at("metadata", "ownerReferences")?.array?.isEmpty == false { return true }
    switch type.qualifiedName {
    case "serviceaccounts": return name == "default"
    case "configmaps": return name == Names.ConfigMap.rootCA || name.hasSuffix("-service-ca.crt")
    case "secrets": return clusterSecrets.contains(name) || name.hasPrefix("default-token-")
    case "addonplacementscores.\(Names.APIGroup.cluster)": return true
    case "roles.rbac.authorization.k8s.io", "rolebindings.rbac.authorization.k8s.io":
      return name.hasPrefix("\(Names.Namespace.openClusterManagement):")
    default: return false
    }
  }
}
