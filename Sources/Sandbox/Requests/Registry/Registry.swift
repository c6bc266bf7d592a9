import Documents

/// What all requests for objects go through, whether they come over HTTP or from this process:
/// decoding, admission, rules of the kind, field ownership, storage.
struct Registry: Sendable {
  let cluster: ClusterState

  var store: ObjectStore { cluster.store }

  /// How often a change is tried again when another write came in between.
  static let attempts = 5
}

/// One object of one resource, or a subresource of it.
struct ObjectTarget: Sendable {
  let definition: ResourceDefinition
  /// Nil for cluster-scoped resources.
  let namespace: String?
  let name: String
  var subresource: String?

  var kind: Kind { definition.kind }
  var key: ObjectKey { ObjectKey(namespace: namespace ?? "", name: name) }
}

extension Registry {
  /// Reads an object.
  func stored(_ target: ObjectTarget) throws(APIFailure) -> StoredObject {
    guard let object = store.object(target.definition.storage, target.key) else {
      throw .notFound(target.kind, target.name)
    }
    return object
  }

  /// Runs the admission plugins over a write and returns the object to store.
  func admit(
    _ operation: AdmissionRequest.Operation, _ target: ObjectTarget, _ object: Value?,
    old: Value?, _ context: WriteContext
  ) throws(APIFailure) -> Value? {
    var object = object
    for plugin in cluster.admissionPlugins {
      let request = AdmissionRequest(
        operation: operation, kind: target.kind, namespace: target.namespace, name: target.name,
        subresource: target.subresource, user: context.user, object: object, old: old,
        isDryRun: context.isDryRun)
      object = try plugin.admit(request) ?? object
    }
    return object
  }
}
