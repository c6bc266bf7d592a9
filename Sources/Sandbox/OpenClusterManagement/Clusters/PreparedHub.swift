import Documents

/// A hub as it is after an installation: the operator with its permissions, the ClusterManager,
/// and the bootstrap identity that new agents use.
struct PreparedHub: Sendable {
  let client: any ResourceClient
  /// Tag of OCM's images.
  var imageTag = "v\(OCM.version)"
  var registry = "quay.io/open-cluster-management"

  static let clusterManagerName = "cluster-manager"
  static let bootstrapAccount = "agent-registration-bootstrap"
  static let bootstrapRole = "open-cluster-management:bootstrap"

  /// Applies all of it, and returns when the hub is ready.
  func install() async throws {
    try await client.ensure(.namespaces, ManifestBuilder.namespace(OCM.operatorNamespace))
    try await client.ensure(.customResourceDefinitions, Self.definition.document)
    for (kind, object) in operatorObjects + bootstrapObjects {
      try await client.ensure(kind, object)
    }
    try await waitUntilServed()
    try await client.ensure(.clusterManagers, clusterManager)
    for await event in client.watch(.clusterManagers, nil) where Self.isReady(event.object) {
      return
    }
    throw CancellationError()
  }

  /// Whether a ClusterManager's hub is up (design of OCM: Applied, not progressing or degraded).
  static func isReady(_ object: Value) -> Bool {
    object.hasCondition("Applied", .yes) && object.hasCondition("Progressing", .no)
      && object.hasCondition("HubRegistrationDegraded", .no)
      && object.hasCondition("HubPlacementDegraded", .no)
  }

  private func waitUntilServed() async throws {
    for await event in client.watch(.customResourceDefinitions, nil)
    where event.object.objectName == Self.definition.name
      && event.object.hasCondition("Established", .yes)
    {
      return
    }
    throw CancellationError()
  }

  /// The definition of ClusterManagers, with free-form spec and status.
  static let definition = Definition(
    group: "operator.open-cluster-management.io", plural: "clustermanagers",
    kind: "ClusterManager", namespaced: false,
    versions: [
      Definition.Version(
        name: "v1", properties: ["spec": CRDSchema.free, "status": CRDSchema.free])
    ])
}

// MARK: - Objects

extension PreparedHub {
  private func image(_ name: String) -> String { "\(registry)/\(name):\(imageTag)" }

  private var clusterManager: Value {
    [
      "apiVersion": .string(Kind.clusterManagers.apiVersion), "kind": "ClusterManager",
      "metadata": ["name": .string(Self.clusterManagerName)],
      "spec": [
        "registrationImagePullSpec": .string(image("registration")),
        "workImagePullSpec": .string(image("work")),
        "placementImagePullSpec": .string(image("placement")),
        "addOnManagerImagePullSpec": .string(image("addon-manager")),
        "deployOption": ["mode": "Default"],
      ],
    ]
  }

  private var operatorObjects: [(kind: Kind, object: Value)] {
    let name = Self.clusterManagerName
    let namespace = OCM.operatorNamespace
    return [
      (.serviceAccounts, ManifestBuilder.serviceAccount(name, namespace)),
      (.clusterRoles, ManifestBuilder.role(name, rules: HubOperatorRules.all)),
      (
        .clusterRoleBindings,
        ManifestBuilder.binding(
          name, role: name,
          subjects: [ManifestBuilder.serviceAccountSubject(name, namespace)])
      ),
      (
        .deployments,
        ManifestBuilder.deployment(
          ManifestBuilder.Workload(
            name: name, namespace: namespace, app: name, container: "registration-operator",
            image: image("registration-operator"), serviceAccount: name,
            arguments: ["/registration-operator", "hub"]))
      ),
    ]
  }

  private var bootstrapObjects: [(kind: Kind, object: Value)] {
    let role = Self.bootstrapRole
    let account = ManifestBuilder.serviceAccountSubject(
      Self.bootstrapAccount, OCM.operatorNamespace)
    return [
      (
        .serviceAccounts,
        ManifestBuilder.serviceAccount(Self.bootstrapAccount, OCM.operatorNamespace)
      ), (.clusterRoles, ManifestBuilder.role(role, rules: Self.bootstrapRules)),
      (
        .clusterRoleBindings,
        ManifestBuilder.binding("\(role):agent-registration", role: role, subjects: [account])
      ),
      (
        .clusterRoleBindings,
        ManifestBuilder.binding(
          "\(role):managedcluster", role: role,
          subjects: [ManifestBuilder.groupSubject("system:bootstrappers:managedcluster")])
      ),
    ]
  }

  private static let bootstrapRules = [
    PolicyRule([""], ["configmaps"], ["get"]),
    PolicyRule(
      ["certificates.k8s.io"], ["certificatesigningrequests"],
      ["create", "get", "list", "watch"]),
    PolicyRule(
      [ClusterDefinitions.group], ["managedclusters"], ["get", "create", "list", "watch"]),
    PolicyRule([ClusterDefinitions.group], ["managedclustersets/join"], ["create"]),
  ]
}
