import Documents

/// A subresource such as `status`, as discovery lists it.
struct Subresource: Sendable, Hashable {
  let name: String
  /// Kind of the objects that go through it; that of the resource itself in most cases.
  let kind: String
  /// Group and version of that kind when they are not those of the resource.
  var group: String?
  var version: String?
  let verbs: [Verb]
}

/// One resource of one group and version that the server serves.
struct ResourceDefinition: Sendable {
  let kind: Kind
  let singular: String
  let shortNames: [String]
  let categories: [String]
  let verbs: [Verb]
  let subresources: [Subresource]
  /// Structure of the objects.
  let schema: Schema
  /// Rules of the kind beyond its structure.
  let strategy: any ResourceStrategy
  let columns: [TableColumn]
  /// Fields by which lists can be selected, besides name and namespace.
  let selectableFields: Set<String>
  /// Whether a CustomResourceDefinition brought the resource.
  let isCustom: Bool
  /// `Warning` header that goes with every answer of a deprecated version.
  var deprecation: String?

  /// Where the objects are kept, together with those of other versions.
  var storage: ResourceKey { ResourceKey(group: kind.group, plural: kind.plural) }

  /// Kind of lists, such as `PodList`.
  var listKind: String { kind.kind + "List" }

  /// Objects are kept and can be read; reviews only pass through.
  var isStored: Bool { verbs.contains(.get) }

  func subresource(_ name: String) -> Subresource? { subresources.first { $0.name == name } }

  /// Whether writes of the object leave its status alone, and only writes of `/status` change it.
  var hasStatus: Bool { subresource("status") != nil }
}
