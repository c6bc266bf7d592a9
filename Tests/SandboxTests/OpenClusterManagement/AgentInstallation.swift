import Documents
import Foundation

@testable import Sandbox

/// What an installer applies to a cluster so that it becomes managed: the operator with its
/// permissions, the bootstrap kubeconfig and the Klusterlet.
struct AgentInstallation: Sendable {
  let cluster: String
  let mode: String
  /// Text of the bootstrap kubeconfig.
  var bootstrap: String
  /// URL under which the hub's users reach the cluster.
  let url: String
  var rules = AgentInstallation.operatorRules
  var hasServiceAccount = true
  var certificateSeconds: Int?

  static let definition = Definition(
    group: "operator.open-cluster-management.io", plural: "klusterlets", kind: "Klusterlet",
    namespaced: false,
    versions: [
      Definition.Version(
        name: "v1", properties: ["spec": CRDSchema.free, "status": CRDSchema.free])
    ])

  var objects: [(kind: Kind, object: Value)] {
    let name = "klusterlet"
    let namespace = OCM.operatorNamespace
    var objects: [(kind: Kind, object: Value)] = [
      (.namespaces, ManifestBuilder.namespace(namespace)),
      (.namespaces, ManifestBuilder.namespace(OCM.agentNamespace)),
      (.customResourceDefinitions, Self.definition.document),
      (.clusterRoles, ManifestBuilder.role(name, rules: rules)),
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
            name: name, namespace: namespace, app: name, container: name,
            image: "quay.io/open-cluster-management/registration-operator:v1.3.1",
            serviceAccount: name, arguments: ["/registration-operator", "klusterlet"]))
      ), (.secrets, bootstrapSecret),
    ]
    if hasServiceAccount {
      objects.insert(
        (.serviceAccounts, ManifestBuilder.serviceAccount(name, namespace)), at: 2)
    }
    return objects
  }

  var bootstrapSecret: Value {
    [
      "apiVersion": "v1", "kind": "Secret",
      "metadata": [
        "name": .string(OCM.bootstrapSecret), "namespace": .string(OCM.agentNamespace),
      ], "type": "Opaque", "data": SecretFiles.data(["kubeconfig": Array(bootstrap.utf8)]),
    ]
  }

  var klusterlet: Value {
    var klusterlet: Value = [
      "apiVersion": "operator.open-cluster-management.io/v1", "kind": "Klusterlet",
      "metadata": ["name": "klusterlet"],
      "spec": [
        "clusterName": .string(cluster), "namespace": .string(OCM.agentNamespace),
        "deployOption": ["mode": .string(mode)],
        "externalServerURLs": [["url": .string(url)]],
        "imagePullSpec": "quay.io/open-cluster-management/registration-operator:v1.3.1",
        "registrationImagePullSpec": "quay.io/open-cluster-management/registration:v1.3.1",
        "workImagePullSpec": "quay.io/open-cluster-management/work:v1.3.1",
      ],
    ]
    if let certificateSeconds {
      klusterlet.set(
        .integer(certificateSeconds), at: "spec", "registrationConfiguration",
        "clientCertExpirationSeconds")
    }
    return klusterlet
  }

  private static let crud = ["create", "get", "list", "update", "watch", "patch", "delete"]
  private static let read = ["get", "list", "watch"]

  /// The rules of the operator's ClusterRole, as OCM documents them.
  static let operatorRules = [
    PolicyRule([""], ["configmaps", "serviceaccounts", "namespaces"], crud),
    PolicyRule([""], ["secrets"], ["create"]),
    PolicyRule(
      [""], ["secrets"], ["update", "get", "list", "watch", "delete"],
      names: [
        OCM.imagePullSecret, OCM.bootstrapSecret, OCM.hubSecret, "external-managed-kubeconfig",
      ]),
    PolicyRule([""], ["pods"], ["get"]), PolicyRule(["apps"], ["replicasets"], ["get"]),
    PolicyRule([""], ["nodes"], read),
    PolicyRule(["", "events.k8s.io"], ["events"], ["create", "patch", "update"]),
    PolicyRule(
      ["coordination.k8s.io"], ["leases"],
      ["create", "get", "list", "update", "watch", "patch"]),
    PolicyRule(["authorization.k8s.io"], ["subjectaccessreviews"], ["create"]),
    PolicyRule(["apps"], ["deployments"], crud),
    PolicyRule([ManifestBuilder.rbacGroup], ["clusterrolebindings", "rolebindings"], crud),
    PolicyRule(
      [ManifestBuilder.rbacGroup], ["clusterroles", "roles"], crud + ["escalate", "bind"]),
    PolicyRule(["apiextensions.k8s.io"], ["customresourcedefinitions"], crud),
    PolicyRule(
      ["operator.open-cluster-management.io"], ["klusterlets"],
      ["get", "list", "watch", "update", "patch", "delete"]),
    PolicyRule(
      ["operator.open-cluster-management.io"], ["klusterlets/status"], ["update", "patch"]),
    PolicyRule(
      [WorkDefinitions.group], ["appliedmanifestworks"], ["list", "update", "patch"]),
  ]
}
