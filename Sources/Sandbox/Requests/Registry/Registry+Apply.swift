import Documents

extension Registry {
  /// Server-side apply: makes the object have what is applied, and remembers who wants it.
  func apply(
    _ target: ObjectTarget, _ sent: Value, isForced: Bool, _ context: WriteContext
  ) throws(APIFailure) -> WriteResult {
    let applied = try checked(sent, target, context)
    for _ in 0..<Self.attempts {
      if store.object(target.definition.storage, target.key) == nil {
        guard target.subresource == nil else { throw .notFound(target.kind, target.name) }
        do {
          return try createApplied(applied, target, isForced: isForced, context)
        } catch  where error.isAlreadyExists {
          continue
        }
      }
      do {
        return try changeApplied(applied, target, isForced: isForced, context)
      } catch  where error.isNotFound {
        continue
      }
    }
    throw .modified(target.kind, target.name)
  }

  /// The configuration in the body of an apply patch, YAML or JSON.
  static func configuration(_ body: [UInt8]) throws(APIFailure) -> Value {
    let value: Value
    do {
      value = try YAML.decode(String(decoding: body, as: UTF8.self))
    } catch {
      throw .badRequest("error decoding YAML: \(error.message)")
    }
    guard value.object != nil else { throw .badRequest("error decoding YAML: not an object") }
    return value
  }

  private func createApplied(
    _ applied: Value, _ target: ObjectTarget, isForced: Bool, _ context: WriteContext
  ) throws(APIFailure) -> WriteResult {
    let uid = applied.at("metadata", "uid")?.string ?? ""
    if !uid.isEmpty {
      throw .conflict(
        target.kind, target.name,
        "uid mismatch: the provided object specified uid \(uid), and no existing object was found")
    }
    let ownership = FieldOwnership(schema: target.definition.schema)
    let object = try ownership.apply(
      applied, to: nil, subresource: nil, isForced: isForced, context)
    let created = try create(
      target.definition, namespace: target.namespace, object, context, hasOwnership: true)
    return WriteResult(object: created, isCreated: true)
  }

  private func changeApplied(
    _ applied: Value, _ target: ObjectTarget, isForced: Bool, _ context: WriteContext
  ) throws(APIFailure) -> WriteResult {
    let ownership = FieldOwnership(schema: target.definition.schema)
    let object = try modify(target, context) { current throws(APIFailure) in
      let merged = try ownership.apply(
        applied, to: current, subresource: target.subresource, isForced: isForced, context)
      return Change(object: merged, hasOwnership: true)
    }
    return WriteResult(object: object)
  }

  /// The configuration with unknown fields taken out, and without what must not be applied.
  private func checked(_ sent: Value, _ target: ObjectTarget, _ context: WriteContext)
    throws(APIFailure) -> Value
  {
    let kind = target.kind
    guard sent["apiVersion"]?.string == kind.apiVersion, sent["kind"]?.string == kind.kind else {
      throw .badRequest(
        "the API version in the data (\(sent["apiVersion"]?.string ?? "")) does not match the"
          + " expected API version (\(kind.apiVersion))")
    }
    if !(sent.at("metadata", "managedFields")?.array ?? []).isEmpty {
      throw .badRequest("metadata.managedFields must be nil")
    }
    var applied = try ObjectDecoding(definition: target.definition)
      .decode(sent, context, fillsDefaults: false)
    if applied.at("metadata", "name") == nil {
      applied.set(.string(target.name), at: "metadata", "name")
    }
    guard applied.at("metadata", "name")?.string == target.name else {
      throw .badRequest(
        "the name of the object (\(applied.at("metadata", "name")?.string ?? "")) does not match the"
          + " name on the URL (\(target.name))")
    }
    try settleNamespace(&applied, target.definition, target.namespace)
    return applied
  }
}
