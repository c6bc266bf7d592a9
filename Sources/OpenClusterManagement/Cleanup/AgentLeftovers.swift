public import KubernetesClient

/// What is to be removed from a managed cluster, in a safe order.
///
/// First the Klusterlet goes, by OCM's own operator: it deletes the agent, its RBAC and its
/// namespaces, and leaves CRDs and its own operator (OCM operator,
/// klusterlet_cleanup_controller.go). Only when it is gone may the operator go, which would
/// otherwise leave the Klusterlet's finalizer to nobody.
public struct AgentLeftovers: Sendable, Hashable {
  /// The Klusterlet.
  public let klusterlet: Klusterlet

  /// The leftovers of an agent.
  public init(klusterlet: Klusterlet) {
    self.klusterlet = klusterlet
  }

  /// The namespaces that the operator deletes together with the Klusterlet, to be waited for; and
  /// to be deleted when the operator cannot.
  public var agentNamespaces: [ObjectReference] {
    let names = [klusterlet.agentNamespace, Names.Namespace.agentAddOn]
    return names.map { ObjectReference(type: .namespaces, namespace: nil, name: $0) }
  }

  /// What the operator made and labelled with the Klusterlet's name: to be deleted by hand only
  /// when the operator is not there to do it.
  public var labelSelector: String { "\(Names.Label.createdByKlusterlet)=\(klusterlet.name)" }

  /// The kinds of what the operator labels outside its namespaces.
  public static let labelledTypes: [ResourceType] = [
    .clusterRoleBindings, .clusterRoles, .roleBindings, .roles,
  ]

  /// The operator, for when no other Klusterlet is on the cluster: Deployment first, so that
  /// nothing makes anew what goes after it. Without its rights it cannot give up its lease, for which
  /// the next operator would wait.
  public static var operatorReferences: [ObjectReference] {
    let namespace = Names.Namespace.openClusterManagement
    let name = Names.ServiceAccount.klusterlet
    return [
      ObjectReference(type: .deployments, namespace: namespace, name: name),
      ObjectReference(type: .clusterRoleBindings, name: name),
      ObjectReference(type: .clusterRoles, name: name),
      ObjectReference(type: .serviceAccounts, namespace: namespace, name: name),
      ObjectReference(
        type: .secrets, namespace: namespace, name: Names.Secret.imagePullCredentials),
      ObjectReference(type: .leases, namespace: namespace, name: Names.Lease.klusterletOperator),
    ]
  }

  /// OCM's namespace, which only goes when nothing else of OCM is in it; a cluster may be hub and
  /// managed cluster at once.
  public static let operatorNamespace = ObjectReference(
    type: .namespaces, name: Names.Namespace.openClusterManagement)

  /// The CRDs, for when no other Klusterlet is on the cluster, and after their objects are gone:
  /// deleting a CRD deletes its objects, and with a record of works what the works brought.
  public static var definitions: [ObjectReference] {
    [ResourceType.klusterlets, .appliedManifestWorks, .clusterClaims].map {
      ObjectReference(type: .customResourceDefinitions, name: $0.qualifiedName)
    }
  }
}
