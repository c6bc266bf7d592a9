extension PolicyRule {
  /// What the operator of the agent does on a managed cluster (OCM, deploy/klusterlet/config/rbac).
  ///
  /// It may grant rights that it does not have (`escalate`, `bind`), since what agents and works
  /// need is decided by OCM's releases; whoever applies this must be a cluster administrator.
  static func klusterletOperator(for version: OCMVersion) -> [PolicyRule] {
    let rbac = "rbac.authorization.k8s.io"
    return [
      PolicyRule("", ["configmaps", "serviceaccounts"], manage)
    ] + secretRules(for: version) + [
      // The pod's owner, for the events it writes.
      PolicyRule("", ["pods"], ["get"]),
      PolicyRule("apps", ["replicasets"], ["get"]),
      PolicyRule("", ["namespaces"], manage),
      PolicyRule("", ["nodes"], read),
      PolicyRule(["", "events.k8s.io"], ["events"], ["create", "patch", "update"]),
      PolicyRule(
        "coordination.k8s.io", ["leases"], ["create", "get", "list", "update", "watch", "patch"]),
      PolicyRule("authorization.k8s.io", ["subjectaccessreviews"], ["create"]),
      PolicyRule("apps", ["deployments"], manage),
      PolicyRule(rbac, ["clusterrolebindings", "rolebindings"], manage),
      PolicyRule(rbac, ["clusterroles", "roles"], manage + ["escalate", "bind"]),
      PolicyRule("apiextensions.k8s.io", ["customresourcedefinitions"], manage),
      PolicyRule("networking.k8s.io", ["networkpolicies"], manage),
      PolicyRule(
        Names.APIGroup.operator, ["klusterlets"], read + ["update", "patch", "delete"]),
      PolicyRule(Names.APIGroup.operator, ["klusterlets/status"], ["update", "patch"]),
      // It takes finalizers off the records of works when the agent goes.
      PolicyRule(Names.APIGroup.work, ["appliedmanifestworks"], ["list", "update", "patch"]),
    ]
  }

  /// Operators before 0.13 watch all Secrets; later ones only those they know by name.
  private static func secretRules(for version: OCMVersion) -> [PolicyRule] {
    guard version >= OCMVersion(major: 0, minor: 13, patch: 0) else {
      return [PolicyRule("", ["secrets"], manage)]
    }
    let external = Names.Secret.externalManagedKubeconfig
    return [
      PolicyRule("", ["secrets"], ["create"]),
      PolicyRule(
        "", ["secrets"], ["update", "get", "list", "watch", "delete"],
        names: [
          Names.Secret.imagePullCredentials, Names.Secret.bootstrapHubKubeconfig,
          Names.Secret.hubKubeconfig, external, "\(external)-work", "\(external)-registration",
          "\(external)-agent",
        ]),
    ]
  }
}
