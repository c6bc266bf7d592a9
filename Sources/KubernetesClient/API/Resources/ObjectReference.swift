public import Documents

/// Names one object on a cluster.
public struct ObjectReference: Sendable, Hashable {
  /// The object's type.
  public let type: ResourceType
  /// The object's namespace; nil for cluster-scoped types.
  public let namespace: String?
  /// The object's name.
  public let name: String

  /// Names an object that may or may not exist.
  public init(type: ResourceType, namespace: String? = nil, name: String) {
    self.type = type
    self.namespace = namespace
    self.name = name
  }

  /// Names the object that a document describes by `metadata.name` and `metadata.namespace`;
  /// nil when the document has no name.
  public init?(_ object: Value, type: ResourceType) {
    guard let name = object.at("metadata", "name")?.string else { return nil }
    self.init(
      type: type, namespace: object.at("metadata", "namespace")?.string, name: name)
  }
}

extension ObjectReference: CustomStringConvertible {
  /// `ManagedCluster cluster1`, `Deployment open-cluster-management/klusterlet`.
  public var description: String {
    guard let namespace, !namespace.isEmpty else { return "\(type.kind) \(name)" }
    return "\(type.kind) \(namespace)/\(name)"
  }
}
