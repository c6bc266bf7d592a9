import Documents

/// What the hub's webhooks ask of their cluster, answered from its storage and roles.
struct ClusterFacts: AdmissionFacts {
  let cluster: ClusterState

  func object(_ kind: Kind, _ name: String, _ namespace: String?) -> Value? {
    cluster.object(kind, name, namespace: namespace ?? "")
  }

  func allows(_ user: UserInfo, _ attributes: AccessAttributes) -> Bool {
    Authorizer(cluster: cluster).decide(
      AccessRequest(
        user: user, verb: attributes.verb, group: attributes.group,
        resource: attributes.resource, subresource: attributes.subresource,
        namespace: attributes.namespace, name: attributes.name ?? "")
    ).isAllowed
  }
}
