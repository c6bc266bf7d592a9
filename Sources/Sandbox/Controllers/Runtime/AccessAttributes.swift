import Documents

/// Something that RBAC may grant or not: what an access review asks about.
struct AccessAttributes: Sendable, Hashable {
  var verb: String
  var group: String
  var resource: String
  var subresource: String?
  var name: String?
  var namespace: String?

  init(
    _ verb: String, _ group: String, _ resource: String, subresource: String? = nil,
    name: String? = nil, namespace: String? = nil
  ) {
    self.verb = verb
    self.group = group
    self.resource = resource
    self.subresource = subresource
    self.name = name
    self.namespace = namespace
  }

  /// `spec.resourceAttributes` of a review.
  var document: Value {
    var attributes: Value = ["verb": .string(verb), "resource": .string(resource)]
    if !group.isEmpty { attributes["group"] = .string(group) }
    if let subresource { attributes["subresource"] = .string(subresource) }
    if let name { attributes["name"] = .string(name) }
    if let namespace { attributes["namespace"] = .string(namespace) }
    return attributes
  }
}
