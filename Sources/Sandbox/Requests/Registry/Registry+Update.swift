import Documents

/// An object after a write.
struct WriteResult: Sendable {
  let object: Value
  /// The write made the object.
  var isCreated = false
}

extension Registry {
  /// Replaces an object, or what a subresource governs of it.
  func update(_ target: ObjectTarget, _ sent: Value, _ context: WriteContext) throws(APIFailure)
    -> WriteResult
  {
    try checkName(target, sent)
    let exists = store.object(target.definition.storage, target.key) != nil
    if !exists, target.subresource == nil, target.definition.strategy.allowsCreateOnUpdate {
      let object = try create(target.definition, namespace: target.namespace, sent, context)
      return WriteResult(object: object, isCreated: true)
    }
    let version = sent.at("metadata", "resourceVersion")?.string ?? ""
    if version.isEmpty, !target.definition.strategy.allowsUnconditionalUpdate {
      if !exists { throw .notFound(target.kind, target.name) }
      throw .invalid(
        target.kind, target.name,
        [
          FieldCause(
            "FieldValueInvalid", "metadata.resourceVersion",
            "Invalid value: 0x0: must be specified for an update")
        ])
    }
    return WriteResult(
      object: try modify(target, context) { _ throws(APIFailure) in Change(object: sent) })
  }

  /// What a change makes of an object.
  struct Change {
    var object: Value
    /// Field ownership is settled already, as server-side apply does.
    var hasOwnership = false
  }

  /// Changes an object with a function of its present state, trying again when another write comes
  /// in between.
  func modify(
    _ target: ObjectTarget, _ context: WriteContext,
    _ change: (Value) throws(APIFailure) -> Change
  ) throws(APIFailure) -> Value {
    for _ in 0..<Self.attempts {
      let current = try stored(target)
      let changed = try change(converted(current.value, to: target.kind))
      let stated = changed.object.at("metadata", "resourceVersion")?.string ?? ""
      if !stated.isEmpty, stated != String(current.revision) {
        throw .modified(target.kind, target.name)
      }
      do {
        return try replace(current, with: changed, target, context)
      } catch is ObjectStore.Mismatch {
        continue
      } catch let failure as APIFailure {
        throw failure
      } catch {
        throw .internal("\(error)")
      }
    }
    throw .modified(target.kind, target.name)
  }

  /// Checks a change and stores it; throws `APIFailure`, or `ObjectStore.Mismatch` when another
  /// write came in between.
  private func replace(
    _ current: StoredObject, with change: Change, _ target: ObjectTarget, _ context: WriteContext
  ) throws -> Value {
    let definition = target.definition
    let old = converted(current.value, to: target.kind)
    var object = try ObjectDecoding(definition: definition).decode(change.object, context)
    try checkIdentity(object, old, target)
    keepGoverned(&object, old, target)
    if !change.hasOwnership {
      FieldOwnership(schema: definition.schema).recordUpdate(
        &object, old: old, subresource: target.subresource, context)
    }
    definition.strategy.prepareForUpdate(
      &object, old: old, subresource: target.subresource, context)
    object = try admit(.update, target, object, old: old, context) ?? object
    MetadataOrder.arrange(&object)
    let causes =
      MetadataRules.problems(of: object, names: definition.strategy.names)
      + MetadataRules.problems(of: object, old: old) + structureProblems(of: object, definition)
      + definition.strategy.problems(of: object)
      + definition.strategy.problems(of: object, old: old, subresource: target.subresource)
    guard causes.isEmpty else { throw APIFailure.invalid(target.kind, target.name, causes) }
    countGeneration(&object, old, definition)
    object.set(old.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
    if object == old || context.isDryRun { return object }
    return try commit(object, over: current, target)
  }

  /// Stores a changed object, or takes it out when nothing holds its deletion any more.
  private func commit(_ object: Value, over current: StoredObject, _ target: ObjectTarget)
    throws(ObjectStore.Mismatch) -> Value
  {
    let definition = target.definition
    let isDeleting = object.at("metadata", "deletionTimestamp") != nil
    let isHeld =
      !(object.at("metadata", "finalizers")?.array ?? []).isEmpty
      || definition.strategy.holdsDeletion(object)
    if isDeleting, !isHeld {
      let last = try store.remove(
        definition.storage, target.key, last: object, expecting: current.revision)
      cluster.customResources.objectRemoved(definition, last.value, self)
      return last.value
    }
    let stored = try store.put(
      definition.storage, target.key, object, expecting: .revision(current.revision))
    cluster.customResources.objectChanged(definition, stored.value, self)
    return stored.value
  }

  private func checkName(_ target: ObjectTarget, _ sent: Value) throws(APIFailure) {
    let name = sent.at("metadata", "name")?.string ?? ""
    guard name == target.name else {
      throw .badRequest(
        name.isEmpty
          ? "the name of the object (\(name) based on URL) was undeterminable: name must be provided"
          : "the name of the object (\(name)) does not match the name on the URL (\(target.name))")
    }
  }

  private func checkIdentity(_ object: Value, _ old: Value, _ target: ObjectTarget)
    throws(APIFailure)
  {
    try checkName(target, object)
    let namespace = object.at("metadata", "namespace")?.string ?? ""
    if target.kind.namespaced, !namespace.isEmpty, namespace != target.namespace {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")
    }
    let uid = object.at("metadata", "uid")?.string ?? ""
    let stored = old.at("metadata", "uid")?.string ?? ""
    if !uid.isEmpty, uid != stored {
      throw .conflict(
        target.kind, target.name,
        "Precondition failed: UID in precondition: \(uid), UID in object meta: \(stored)")
    }
  }

  /// Keeps what this request cannot change: identity and deletion, and the part of the object that
  /// belongs to another subresource.
  private func keepGoverned(_ object: inout Value, _ old: Value, _ target: ObjectTarget) {
    if target.subresource == "status", target.definition.isCustom {
      let managed = object.at("metadata", "managedFields")
      let status = object["status"]
      object = old
      object["status"] = status
      if let managed { object.set(managed, at: "metadata", "managedFields") }
      return
    }
    for field in [
      "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
      "generation", "generateName",
    ] {
      object.set(old.at("metadata", field), at: "metadata", field)
    }
    guard target.definition.hasStatus else { return }
    if target.subresource == nil { object["status"] = old["status"] }
    if target.subresource == "status" { object["spec"] = old["spec"] }
  }

  /// Counts a change of anything but metadata and status.
  private func countGeneration(
    _ object: inout Value, _ old: Value, _ definition: ResourceDefinition
  ) {
    guard definition.strategy.countsGenerations else { return }
    let generation = old.at("metadata", "generation")?.int ?? 1
    let isSame =
      Self.desired(object, definition) == Self.desired(old, definition)
    object.set(.integer(isSame ? generation : generation + 1), at: "metadata", "generation")
  }

  private static func desired(_ object: Value, _ definition: ResourceDefinition) -> Value {
    var desired = object
    desired["metadata"] = nil
    if definition.hasStatus { desired["status"] = nil }
    return desired
  }

  /// An object as another version of its resource shows it; versions differ in their name alone.
  func converted(_ object: Value, to kind: Kind) -> Value {
    guard object["apiVersion"]?.string != kind.apiVersion else { return object }
    var object = object
    object["apiVersion"] = .string(kind.apiVersion)
    return object
  }
}
