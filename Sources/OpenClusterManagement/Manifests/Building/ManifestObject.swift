public import Documents
public import KubernetesClient

/// An object that mcctl puts on a cluster, with the API resource it goes to.
public struct ManifestObject: Sendable, Hashable {
  /// The API resource.
  public let type: ResourceType
  /// The whole object, `apiVersion` and `kind` included.
  public var value: Value

  /// An object as it is.
  public init(type: ResourceType, value: Value) {
    self.type = type
    self.value = value
  }

  /// An object put together: type and metadata first, then the members of `body`. It is labelled as
  /// mcctl's; `labels` are added.
  init(
    _ type: ResourceType, name: String, namespace: String? = nil,
    labels: [(String, String)] = [], annotations: [(String, String)] = [], body: Object = Object()
  ) {
    var metadata = Object()
    metadata["name"] = .string(name)
    metadata["namespace"] = namespace.map(Value.string)
    let allLabels = [(Names.Label.managedBy, Names.Label.managedByValue)] + labels
    metadata["labels"] = .strings(allLabels)
    if !annotations.isEmpty { metadata["annotations"] = .strings(annotations) }
    var object = Object()
    object["apiVersion"] = .string(type.apiVersion)
    object["kind"] = .string(type.kind)
    object["metadata"] = .object(metadata)
    for (key, value) in body {
      object[key] = value
    }
    self.init(type: type, value: .object(object))
  }

  /// The object's name.
  public var name: String { value.at("metadata", "name")?.string ?? "" }

  /// The object's namespace; nil for cluster-scoped objects.
  public var namespace: String? { value.at("metadata", "namespace")?.string }

  /// The object as messages name it.
  public var reference: ObjectReference {
    ObjectReference(type: type, namespace: namespace, name: name)
  }
}

extension Value {
  /// An object of strings in the given order.
  static func strings(_ pairs: [(String, String)]) -> Value {
    .object(Object(pairs.map { ($0.0, Value.string($0.1)) }))
  }

  /// A list of strings.
  static func strings(_ texts: [String]) -> Value {
    .array(texts.map(Value.string))
  }
}
