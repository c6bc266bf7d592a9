extension BuiltInResources {
  static let rbac = ResourceTable(
    group: "rbac.authorization.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "clusterrolebindings", kind: "ClusterRoleBinding", scope: .cluster,
        strategy: RoleBindingStrategy(), columns: TableColumn.ofBindings),
      .init(
        plural: "clusterroles", kind: "ClusterRole", scope: .cluster,
        strategy: RoleStrategy(), columns: [.name, .createdAt]),
      .init(
        plural: "rolebindings", kind: "RoleBinding", strategy: RoleBindingStrategy(),
        columns: TableColumn.ofBindings),
      .init(
        plural: "roles", kind: "Role", strategy: RoleStrategy(),
        columns: [.name, .createdAt]),
    ])

  static let coordination = ResourceTable(
    group: "coordination.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "leases", kind: "Lease",
        strategy: PlainStrategy(allowsUnconditionalUpdate: false, allowsCreateOnUpdate: true),
        columns: [.name, .text("Holder", "spec", "holderIdentity"), .age])
    ])

  static let certificates = ResourceTable(
    group: "certificates.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "certificatesigningrequests", kind: "CertificateSigningRequest",
        scope: .cluster, short: ["csr"],
        subresources: [
          Subresource(
            name: "approval", kind: "CertificateSigningRequest", verbs: [.get, .patch, .update]),
          .status("CertificateSigningRequest"),
        ],
        strategy: SigningRequestStrategy(), columns: TableColumn.ofSigningRequests,
        fields: ["spec.signerName"])
    ])

  static let authentication = ResourceTable(
    group: "authentication.k8s.io", version: "v1",
    rows: [
      review("selfsubjectreviews", "SelfSubjectReview"),
      review("tokenreviews", "TokenReview"),
    ])

  static let authorization = ResourceTable(
    group: "authorization.k8s.io", version: "v1",
    rows: [
      review("localsubjectaccessreviews", "LocalSubjectAccessReview", .namespaced),
      review("selfsubjectaccessreviews", "SelfSubjectAccessReview"),
      review("selfsubjectrulesreviews", "SelfSubjectRulesReview"),
      review("subjectaccessreviews", "SubjectAccessReview"),
    ])

  private static func review(
    _ plural: String, _ kind: String, _ scope: ResourceTable.Scope = .cluster
  ) -> ResourceTable.Row {
    ResourceTable.Row(plural: plural, kind: kind, scope: scope, verbs: [.create])
  }
}
