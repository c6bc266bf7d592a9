/// A resource type as its URL and its objects name it.
///
/// Two kinds are the same when group, version and plural are.
struct Kind: Sendable, Hashable {
  /// API group, empty for the core group.
  let group: String
  /// API version within the group, such as `v1`.
  let version: String
  /// Lower-case plural as used in URLs, such as `configmaps`.
  let plural: String
  /// Kind as objects carry it, such as `ConfigMap`.
  let kind: String
  /// Whether objects live in namespaces.
  let namespaced: Bool

  init(_ group: String, _ version: String, _ plural: String, _ kind: String, namespaced: Bool) {
    self.group = group
    self.version = version
    self.plural = plural
    self.kind = kind
    self.namespaced = namespaced
  }

  /// `v1` or `apps/v1`: the `apiVersion` of objects of this kind.
  var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

  /// `configmaps` or `deployments.apps`: how the API server's messages name the resource.
  var groupResource: String { group.isEmpty ? plural : "\(plural).\(group)" }

  /// `ConfigMap` or `Deployment.apps`: how the API server's validation messages name the kind.
  var groupKind: String { group.isEmpty ? kind : "\(kind).\(group)" }

  static func == (a: Kind, b: Kind) -> Bool {
    a.plural == b.plural && a.group == b.group && a.version == b.version
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(plural)
    hasher.combine(group)
    hasher.combine(version)
  }
}

/// The kinds that controllers and simulated agents work with.
extension Kind {
  static let namespaces = Kind("", "v1", "namespaces", "Namespace", namespaced: false)
  static let secrets = Kind("", "v1", "secrets", "Secret", namespaced: true)
  static let configMaps = Kind("", "v1", "configmaps", "ConfigMap", namespaced: true)
  static let serviceAccounts = Kind(
    "", "v1", "serviceaccounts", "ServiceAccount", namespaced: true)
  static let pods = Kind("", "v1", "pods", "Pod", namespaced: true)
  static let nodes = Kind("", "v1", "nodes", "Node", namespaced: false)
  static let events = Kind("", "v1", "events", "Event", namespaced: true)
  static let services = Kind("", "v1", "services", "Service", namespaced: true)
  static let endpoints = Kind("", "v1", "endpoints", "Endpoints", namespaced: true)
  static let deployments = Kind("apps", "v1", "deployments", "Deployment", namespaced: true)
  static let replicaSets = Kind("apps", "v1", "replicasets", "ReplicaSet", namespaced: true)
  static let roles = Kind("rbac.authorization.k8s.io", "v1", "roles", "Role", namespaced: true)
  static let roleBindings = Kind(
    "rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", namespaced: true)
  static let clusterRoles = Kind(
    "rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", namespaced: false)
  static let clusterRoleBindings = Kind(
    "rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding",
    namespaced: false)
  static let leases = Kind("coordination.k8s.io", "v1", "leases", "Lease", namespaced: true)
  static let certificateSigningRequests = Kind(
    "certificates.k8s.io", "v1", "certificatesigningrequests", "CertificateSigningRequest",
    namespaced: false)
  static let customResourceDefinitions = Kind(
    "apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition",
    namespaced: false)
  static let subjectAccessReviews = Kind(
    "authorization.k8s.io", "v1", "subjectaccessreviews", "SubjectAccessReview",
    namespaced: false)
  static let selfSubjectAccessReviews = Kind(
    "authorization.k8s.io", "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview",
    namespaced: false)
}
