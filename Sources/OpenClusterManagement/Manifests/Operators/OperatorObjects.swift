import Documents
import KubernetesClient

/// What an operator needs to run, apart from its CRD and Deployment: the same on both sides.
struct OperatorObjects {
  /// Name of ServiceAccount, ClusterRole and ClusterRoleBinding.
  let name: String
  /// What the operator may do.
  let rules: [PolicyRule]
  /// What images are pulled with; nil when no credentials are needed.
  let pullCredentials: [UInt8]?

  /// Namespace, pull secret, ServiceAccount, ClusterRole and binding, in the order to apply them.
  var objects: [ManifestObject] {
    let namespace = Names.Namespace.openClusterManagement
    var objects = [ManifestObject.namespace(namespace)]
    if let pullCredentials {
      objects.append(Self.pullSecret(pullCredentials, namespace: namespace))
    }
    // The reference is there even without credentials, as OCM's own manifests have it: an operator
    // of the cluster can then add the Secret later.
    objects.append(
      .serviceAccount(name, namespace: namespace, pullSecret: Names.Secret.imagePullCredentials))
    objects.append(.clusterRole(name, rules: rules))
    objects.append(
      .clusterRoleBinding(
        name, role: name, subjects: [.serviceAccount(name, namespace: namespace)]))
    return objects
  }

  /// The Secret that images are pulled with; the operator copies it to where it runs pods.
  static func pullSecret(_ dockerConfig: [UInt8], namespace: String) -> ManifestObject {
    .secret(
      Names.Secret.imagePullCredentials, namespace: namespace,
      type: "kubernetes.io/dockerconfigjson", data: [(".dockerconfigjson", dockerConfig)])
  }
}
