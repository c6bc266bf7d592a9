import Documents
import Foundation

extension Registry {
  /// Creates an object and returns it as stored.
  ///
  /// - Parameter hasOwnership: field ownership is settled already, as server-side apply does.
  func create(
    _ definition: ResourceDefinition, namespace: String?, _ sent: Value, _ context: WriteContext,
    hasOwnership: Bool = false
  ) throws(APIFailure) -> Value {
    guard !cluster.customResources.isEnding(definition, self) else {
      throw .createWhileTerminating(definition.kind)
    }
    var object = try ObjectDecoding(definition: definition).decode(sent, context)
    try settleNamespace(&object, definition, namespace)
    if !hasOwnership {
      FieldOwnership(schema: definition.schema).recordUpdate(
        &object, old: nil, subresource: nil, context)
    }
    let isNameGenerated = (object.at("metadata", "name")?.string ?? "").isEmpty
    guard isNameGenerated else { return try insert(object, definition, namespace, context) }
    for _ in 1..<Self.attempts {
      do {
        return try insert(Self.named(object), definition, namespace, context)
      } catch  where error.isAlreadyExists {
        continue
      }
    }
    return try insert(Self.named(object), definition, namespace, context)
  }

  /// Checks a decoded object and stores it.
  private func insert(
    _ object: Value, _ definition: ResourceDefinition, _ namespace: String?,
    _ context: WriteContext
  ) throws(APIFailure) -> Value {
    let name = object.at("metadata", "name")?.string ?? ""
    let target = ObjectTarget(definition: definition, namespace: namespace, name: name)
    var object = try admit(.create, target, object, old: nil, context) ?? object
    try prepareNew(&object, definition, context)
    let causes =
      MetadataRules.problems(of: object, names: definition.strategy.names)
      + structureProblems(of: object, definition) + definition.strategy.problems(of: object)
    guard causes.isEmpty else { throw .invalid(definition.kind, name, causes) }
    if context.isDryRun {
      guard store.object(definition.storage, target.key) == nil else {
        throw .alreadyExists(definition.kind, name)
      }
      return object
    }
    do {
      let stored = try store.put(definition.storage, target.key, object, expecting: .absent)
      cluster.customResources.objectChanged(definition, stored.value, self)
      return stored.value
    } catch {
      throw .alreadyExists(definition.kind, name)
    }
  }

  /// Schema violations of custom resources; built-in kinds are checked by their strategies.
  func structureProblems(of object: Value, _ definition: ResourceDefinition) -> [FieldCause] {
    definition.isCustom ? SchemaValidation.causes(object, definition.schema) : []
  }

  private func prepareNew(
    _ object: inout Value, _ definition: ResourceDefinition, _ context: WriteContext
  ) throws(APIFailure) {
    if let version = object.at("metadata", "resourceVersion")?.string, !version.isEmpty {
      throw APIFailure(500, "Unknown", "resourceVersion should not be set on objects to be created")
    }
    for field in [
      "resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds",
      "generation",
    ] {
      object.set(nil, at: "metadata", field)
    }
    object.set(.string(UUID().uuidString.lowercased()), at: "metadata", "uid")
    object.set(.string(context.timestamp), at: "metadata", "creationTimestamp")
    if definition.strategy.countsGenerations { object.set(1, at: "metadata", "generation") }
    definition.strategy.prepareForCreate(&object, context)
    MetadataOrder.arrange(&object)
  }

  /// Puts the request's namespace into the object, or refuses another one.
  func settleNamespace(
    _ object: inout Value, _ definition: ResourceDefinition, _ namespace: String?
  ) throws(APIFailure) {
    let stated = object.at("metadata", "namespace")?.string ?? ""
    guard definition.kind.namespaced else {
      object.set(nil, at: "metadata", "namespace")
      return
    }
    if !stated.isEmpty, stated != namespace {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")
    }
    object.set(namespace.map(Value.string), at: "metadata", "namespace")
  }

  /// Makes a name from `generateName` as `apiserver/pkg/storage/names` does.
  private static func named(_ object: Value) -> Value {
    guard let base = object.at("metadata", "generateName")?.string, !base.isEmpty else {
      return object
    }
    var object = object
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    let suffix = (0..<5).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] }
    object.set(.string(base.prefix(58) + String(suffix)), at: "metadata", "name")
    return object
  }
}

/// The order in which Go's `ObjectMeta` writes its fields.
enum MetadataOrder {
  private static let fields = [
    "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation",
    "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "labels",
    "annotations", "ownerReferences", "finalizers", "managedFields",
  ]

  /// Puts the fields of an object's metadata in order and leaves empty ones out.
  static func arrange(_ object: inout Value) {
    guard let metadata = object["metadata"]?.object else { return }
    var arranged = Object()
    for field in fields {
      guard let value = metadata[field] else { continue }
      if value.isNull || value.array?.isEmpty == true || value.object?.isEmpty == true
        || value.string?.isEmpty == true
      {
        continue
      }
      arranged[field] = value
    }
    object["metadata"] = .object(arranged)
  }
}
