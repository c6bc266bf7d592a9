import Documents

/// Server-side apply.
enum ApplyPatch {
  /// Reads the configuration that is applied, YAML or JSON.
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
}

extension Registry {
  func apply(
    _ target: ObjectTarget, _ applied: Value, isForced: Bool, _ context: WriteContext
  ) throws(APIFailure) -> WriteResult {
    if store.object(target.definition.storage, target.key) == nil {
      return WriteResult(
        object: try create(target.definition, namespace: target.namespace, applied, context),
        isCreated: true)
    }
    return WriteResult(
      object: try modify(target, context) { current throws(APIFailure) in
        Change(object: MergePatch.apply(applied, to: current))
      })
  }
}
