import Documents

/// A patch of one of the three kinds that change an object in place.
struct ObjectPatch: Sendable {
  private enum Operation: Sendable {
    case json(JSONPatch)
    case merge(Value)
    case strategic(Value)
  }

  private let operation: Operation
  private let schema: Schema

  /// Reads a patch.
  init(_ type: PatchType, body: [UInt8], schema: Schema) throws(APIFailure) {
    self.schema = schema
    let document: Value
    do {
      document = try JSON.decode(body)
    } catch {
      throw .badRequest("error decoding patch: \(error.message)")
    }
    switch type {
    case .json: operation = .json(try JSONPatch(document))
    case .strategic: operation = .strategic(document)
    case .merge, .apply:
      guard document.object != nil else {
        throw .badRequest("error decoding patch: json: cannot unmarshal into map")
      }
      operation = .merge(document)
    }
  }

  /// The object that the patch makes of another.
  func apply(to object: Value) throws(APIFailure) -> Value {
    switch operation {
    case .json(let patch): try patch.apply(to: object)
    case .merge(let patch): MergePatch.apply(patch, to: object)
    case .strategic(let patch): try StrategicMerge.apply(patch, to: object, schema)
    }
  }
}
