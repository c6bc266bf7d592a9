import Documents

/// An action to ask permission for.
public struct AccessAttributes: Sendable, Hashable {
  /// The verb: `get`, `create`, `update`, also special ones such as `approve` or `bind`.
  public var verb: String
  /// The API group, empty for the core group.
  public var group: String
  /// The resource's plural.
  public var resource: String
  /// The subresource, such as `accept`.
  public var subresource: String?
  /// The namespace; nil for cluster-scoped resources and for all namespaces.
  public var namespace: String?
  /// The object; nil for all of them.
  public var name: String?

  /// Names an action on a resource.
  public init(
    verb: String, group: String, resource: String, subresource: String? = nil,
    namespace: String? = nil, name: String? = nil
  ) {
    self.verb = verb
    self.group = group
    self.resource = resource
    self.subresource = subresource
    self.namespace = namespace
    self.name = name
  }

  /// Names an action on a known type.
  public init(
    _ verb: String, _ type: ResourceType, subresource: String? = nil, namespace: String? = nil,
    name: String? = nil
  ) {
    self.init(
      verb: verb, group: type.group, resource: type.plural, subresource: subresource,
      namespace: namespace, name: name)
  }

  /// The SelfSubjectAccessReview that asks.
  var document: Value {
    var attributes: Value = ["verb": .string(verb), "group": .string(group)]
    attributes["resource"] = .string(resource)
    if let subresource { attributes["subresource"] = .string(subresource) }
    if let namespace { attributes["namespace"] = .string(namespace) }
    if let name { attributes["name"] = .string(name) }
    return [
      "apiVersion": .string(ResourceType.selfSubjectAccessReviews.apiVersion),
      "kind": .string(ResourceType.selfSubjectAccessReviews.kind),
      "spec": ["resourceAttributes": attributes],
    ]
  }
}
