import Documents

/// A JSON patch (RFC 6902).
struct JSONPatch: Sendable {
  private struct Operation: Sendable {
    let name: String
    let path: JSONPointer
    let from: JSONPointer?
    let value: Value?
  }

  private let operations: [Operation]

  /// Reads the list of operations.
  init(_ document: Value) throws(APIFailure) {
    guard let list = document.array else {
      throw .badRequest("error decoding patch: json: cannot unmarshal object into []interface {}")
    }
    guard list.count <= 10_000 else {
      throw APIFailure(
        413, "RequestEntityTooLarge",
        "The allowed maximum operations in a JSON patch is 10000, got \(list.count)")
    }
    var operations: [Operation] = []
    for entry in list {
      operations.append(
        Operation(
          name: entry["op"]?.string ?? "", path: JSONPointer(entry["path"]?.string ?? ""),
          from: entry["from"]?.string.map(JSONPointer.init), value: entry["value"]))
    }
    self.operations = operations
  }

  /// Carries out every operation, or none when one cannot be.
  func apply(to document: Value) throws(APIFailure) -> Value {
    var document = document
    for operation in operations {
      guard let changed = Self.carryOut(operation, document) else { throw Self.failed }
      document = changed
    }
    return document
  }

  /// What an API server answers when a patch does not fit the object, `test` among the reasons.
  private static let failed = APIFailure(
    422, "Invalid", "the server rejected our request due to an error in our request", details: [:])

  private static func carryOut(_ operation: Operation, _ document: Value) -> Value? {
    switch operation.name {
    case "add": return operation.value.flatMap { operation.path.adding($0, to: document) }
    case "remove": return operation.path.removing(from: document)
    case "replace":
      return operation.value.flatMap { operation.path.replacing(with: $0, in: document) }
    case "test":
      return operation.path.value(in: document) == (operation.value ?? .null) ? document : nil
    case "copy":
      return operation.from?.value(in: document).flatMap {
        operation.path.adding($0, to: document)
      }
    case "move":
      guard let from = operation.from, let value = from.value(in: document),
        let rest = from.removing(from: document)
      else { return nil }
      return operation.path.adding(value, to: rest)
    default: return nil
    }
  }
}
