// The types of Kubernetes itself that mcctl reads or writes.
extension ResourceType {
  /// `v1` Namespace.
  public static let namespaces = cluster("", "v1", "namespaces", "Namespace")
  /// `v1` Node.
  public static let nodes = cluster("", "v1", "nodes", "Node")
  /// `v1` Secret.
  public static let secrets = namespaced("", "v1", "secrets", "Secret")
  /// `v1` ConfigMap.
  public static let configMaps = namespaced("", "v1", "configmaps", "ConfigMap")
  /// `v1` ServiceAccount.
  public static let serviceAccounts = namespaced("", "v1", "serviceaccounts", "ServiceAccount")
  /// `v1` Pod.
  public static let pods = namespaced("", "v1", "pods", "Pod")
  /// `v1` Service.
  public static let services = namespaced("", "v1", "services", "Service")
  /// `v1` Endpoints.
  public static let endpoints = namespaced("", "v1", "endpoints", "Endpoints")
  /// `v1` Event, the form that every version serves.
  public static let events = namespaced("", "v1", "events", "Event")
  /// `apps/v1` Deployment.
  public static let deployments = namespaced("apps", "v1", "deployments", "Deployment")
  /// `apps/v1` DaemonSet.
  public static let daemonSets = namespaced("apps", "v1", "daemonsets", "DaemonSet")
  /// `apps/v1` StatefulSet.
  public static let statefulSets = namespaced("apps", "v1", "statefulsets", "StatefulSet")
  /// `batch/v1` Job.
  public static let jobs = namespaced("batch", "v1", "jobs", "Job")
  /// `coordination.k8s.io/v1` Lease.
  public static let leases = namespaced("coordination.k8s.io", "v1", "leases", "Lease")
  /// `certificates.k8s.io/v1` CertificateSigningRequest.
  public static let certificateSigningRequests = cluster(
    "certificates.k8s.io", "v1", "certificatesigningrequests", "CertificateSigningRequest")
  /// `rbac.authorization.k8s.io/v1` ClusterRole.
  public static let clusterRoles = cluster(
    "rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole")
  /// `rbac.authorization.k8s.io/v1` ClusterRoleBinding.
  public static let clusterRoleBindings = cluster(
    "rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding")
  /// `rbac.authorization.k8s.io/v1` Role.
  public static let roles = namespaced("rbac.authorization.k8s.io", "v1", "roles", "Role")
  /// `rbac.authorization.k8s.io/v1` RoleBinding.
  public static let roleBindings = namespaced(
    "rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding")
  /// `apiextensions.k8s.io/v1` CustomResourceDefinition.
  public static let customResourceDefinitions = cluster(
    "apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition")
  /// `apiregistration.k8s.io/v1` APIService.
  public static let apiServices = cluster(
    "apiregistration.k8s.io", "v1", "apiservices", "APIService")
  /// `admissionregistration.k8s.io/v1` ValidatingWebhookConfiguration.
  public static let validatingWebhookConfigurations = cluster(
    "admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations",
    "ValidatingWebhookConfiguration")
  /// `admissionregistration.k8s.io/v1` MutatingWebhookConfiguration.
  public static let mutatingWebhookConfigurations = cluster(
    "admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations",
    "MutatingWebhookConfiguration")
  /// `authorization.k8s.io/v1` SelfSubjectAccessReview.
  public static let selfSubjectAccessReviews = cluster(
    "authorization.k8s.io", "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview")
  /// `authentication.k8s.io/v1` SelfSubjectReview.
  public static let selfSubjectReviews = cluster(
    "authentication.k8s.io", "v1", "selfsubjectreviews", "SelfSubjectReview")

  private static func cluster(
    _ group: String, _ version: String, _ plural: String, _ kind: String
  ) -> ResourceType {
    ResourceType(group: group, version: version, plural: plural, kind: kind, isNamespaced: false)
  }

  private static func namespaced(
    _ group: String, _ version: String, _ plural: String, _ kind: String
  ) -> ResourceType {
    ResourceType(group: group, version: version, plural: plural, kind: kind, isNamespaced: true)
  }
}
