import Documents

/// The objects that a cluster has when it begins: namespaces, default roles, a node, and what
/// everybody may know of the cluster.
struct InitialObjects: Sendable {
  let cluster: ClusterState

  private static let context = WriteContext(
    user: UserInfo(name: "system:apiserver", groups: ["system:masters"]),
    manager: "kube-apiserver")

  /// Creates those that do not depend on the server's address.
  func create(named name: String) throws {
    for namespace in ["default", "kube-node-lease", "kube-public", "kube-system"] {
      try create(.namespaces, ["metadata": ["name": .string(namespace)]])
    }
    for role in DefaultRoles.clusterRoles { try create(.clusterRoles, role) }
    for binding in DefaultRoles.clusterRoleBindings { try create(.clusterRoleBindings, binding) }
    try createNode("\(name)-control-plane")
  }

  /// Creates `kube-public/cluster-info`, from which anybody can learn where the cluster is and who
  /// signs its certificates, as kubeadm does.
  func publish(server: String, authority: String) throws {
    let info = KubeconfigDocument(cluster: "", server: server, authority: authority, user: "")
    try create(
      .configMaps,
      [
        "metadata": ["name": "cluster-info"],
        "data": ["kubeconfig": .string(YAML.text(info.anonymous))],
      ], namespace: "kube-public")
    let role = "kubeadm:bootstrap-signer-clusterinfo"
    try create(
      .roles,
      [
        "metadata": ["name": .string(role)],
        "rules": [
          [
            "verbs": ["get"], "apiGroups": [""], "resources": ["configmaps"],
            "resourceNames": ["cluster-info"],
          ]
        ],
      ], namespace: "kube-public")
    try create(
      .roleBindings,
      [
        "metadata": ["name": .string(role)],
        "roleRef": [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": .string(role),
        ],
        "subjects": [
          [
            "kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "system:anonymous",
          ]
        ],
      ], namespace: "kube-public")
  }

  private func createNode(_ name: String) throws {
    try create(
      .nodes,
      [
        "metadata": [
          "name": .string(name),
          "labels": [
            "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": .string(name),
            "kubernetes.io/os": "linux", "node-role.kubernetes.io/control-plane": "",
          ],
        ],
        "status": [
          "capacity": ["cpu": "8", "memory": "32Gi", "pods": "110"],
          "allocatable": ["cpu": "8", "memory": "32Gi", "pods": "110"],
          "conditions": [
            [
              "type": "Ready", "status": "True", "reason": "KubeletReady",
              "message": "kubelet is posting ready status",
              "lastTransitionTime": .string(Timestamp.now()),
            ]
          ],
          "addresses": [["type": "Hostname", "address": .string(name)]],
          "nodeInfo": [
            "kubeletVersion": "v1.36.0", "kubeProxyVersion": "", "operatingSystem": "linux",
            "architecture": "amd64", "containerRuntimeVersion": "sandbox://1",
            "osImage": "mcctl sandbox", "kernelVersion": "0", "machineID": "", "systemUUID": "",
            "bootID": "",
          ],
        ],
      ])
  }

  private func create(_ kind: Kind, _ object: Value, namespace: String? = nil) throws {
    guard let definition = cluster.catalog.definition(kind) else { return }
    _ = try Registry(cluster: cluster).create(
      definition, namespace: namespace, object, Self.context)
  }
}
