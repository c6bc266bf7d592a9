/// One kind of object that an API server serves, as its URLs and documents name it.
public struct ResourceType: Sendable, Hashable {
  /// The API group, empty for the core group.
  public let group: String
  /// The version within the group, such as `v1`.
  public let version: String
  /// The lower-case plural that URLs carry, such as `managedclusters`.
  public let plural: String
  /// The kind that documents carry, such as `ManagedCluster`.
  public let kind: String
  /// Whether objects of this type live in a namespace.
  public let isNamespaced: Bool

  /// Describes a resource type; nothing is asked of a server.
  public init(group: String, version: String, plural: String, kind: String, isNamespaced: Bool) {
    self.group = group
    self.version = version
    self.plural = plural
    self.kind = kind
    self.isNamespaced = isNamespaced
  }

  /// The `apiVersion` of documents of this type: `v1`, `apps/v1`.
  public var apiVersion: String {
    group.isEmpty ? version : "\(group)/\(version)"
  }

  /// The name under which RBAC rules and server messages know the type: `deployments.apps`.
  public var qualifiedName: String {
    group.isEmpty ? plural : "\(plural).\(group)"
  }
}

extension ResourceType: CustomStringConvertible {
  /// The qualified name, such as `managedclusters.cluster.open-cluster-management.io`.
  public var description: String { qualifiedName }
}
