import Documents

/// What a DELETE came to.
enum DeleteOutcome: Sendable {
  /// The object is gone; its last state.
  case deleted(Value)
  /// The object stays, with its deletionTimestamp, until its finalizers are gone.
  case pending(Value)

  var object: Value {
    switch self {
    case .deleted(let object), .pending(let object): object
    }
  }
}

extension Registry {
  /// Deletes an object, or begins to when something holds it.
  func delete(_ target: ObjectTarget, _ options: DeleteOptions, _ context: WriteContext)
    throws(APIFailure) -> DeleteOutcome
  {
    for _ in 0..<Self.attempts {
      let current = try stored(target)
      try check(options, current, target)
      _ = try admit(.delete, target, nil, old: current.value, context)
      do {
        return try remove(current, target, options, context)
      } catch {
        continue
      }
    }
    throw .modified(target.kind, target.name)
  }

  private func remove(
    _ current: StoredObject, _ target: ObjectTarget, _ options: DeleteOptions,
    _ context: WriteContext
  ) throws(ObjectStore.Mismatch) -> DeleteOutcome {
    let definition = target.definition
    var object = converted(current.value, to: target.kind)
    let finalizers = Self.finalizers(of: object, options)
    object.set(
      finalizers.isEmpty ? nil : .array(finalizers.map(Value.string)), at: "metadata",
      "finalizers")
    let isFirst = object.at("metadata", "deletionTimestamp") == nil
    let needsTime = isFirst && definition.strategy.beginDeletion(&object)
    let isHeld = !finalizers.isEmpty || definition.strategy.holdsDeletion(object)
    if isFirst, isHeld { Self.markDeleted(&object, hasGrace: !needsTime, context) }
    MetadataOrder.arrange(&object)
    if isHeld, object == current.value { return .pending(object) }
    if context.isDryRun { return isHeld ? .pending(object) : .deleted(object) }
    if isHeld {
      let stored = try store.put(
        definition.storage, target.key, object, expecting: .revision(current.revision))
      cluster.customResources.objectChanged(definition, stored.value, self)
      return .pending(stored.value)
    }
    let last = try store.remove(
      definition.storage, target.key, last: object, expecting: current.revision)
    cluster.customResources.objectRemoved(definition, last.value, self)
    return .deleted(last.value)
  }

  private func check(_ options: DeleteOptions, _ current: StoredObject, _ target: ObjectTarget)
    throws(APIFailure)
  {
    let uid = current.value.at("metadata", "uid")?.string ?? ""
    if let wanted = options.uid, wanted != uid {
      throw .preconditionFailed(
        target.kind, target.name,
        "the UID in the precondition (\(wanted)) does not match the UID in record (\(uid)). The"
          + " object might have been deleted and then recreated")
    }
    let version = String(current.revision)
    if let wanted = options.resourceVersion, wanted != version {
      throw .preconditionFailed(
        target.kind, target.name,
        "the ResourceVersion in the precondition (\(wanted)) does not match the ResourceVersion in"
          + " record (\(version)). The object might have been modified")
    }
  }

  /// The finalizers with those that the propagation policy wants and without those it does not.
  private static func finalizers(of object: Value, _ options: DeleteOptions) -> [String] {
    var finalizers = object.at("metadata", "finalizers")?.strings ?? []
    guard let policy = options.propagation else { return finalizers }
    finalizers.removeAll { ["orphan", "foregroundDeletion"].contains($0) }
    switch policy {
    case .orphan: finalizers.append("orphan")
    case .foreground: finalizers.append("foregroundDeletion")
    case .background: break
    }
    return finalizers
  }

  private static func markDeleted(
    _ object: inout Value, hasGrace: Bool, _ context: WriteContext
  ) {
    object.set(.string(context.timestamp), at: "metadata", "deletionTimestamp")
    if hasGrace { object.set(0, at: "metadata", "deletionGracePeriodSeconds") }
    if let generation = object.at("metadata", "generation")?.int {
      object.set(.integer(generation + 1), at: "metadata", "generation")
    }
  }
}
