import Documents
import Foundation

/// A column of `kubectl get`, made on the server.
struct TableColumn: Sendable {
  let name: String
  /// OpenAPI type: `string`, `integer`, `boolean`, `number` or `date`.
  let type: String
  var format = ""
  var description = ""
  /// 0 for columns that are always shown, above it for those of `-o wide`.
  var priority = 0
  /// The cell of an object; the present is given for ages.
  let cell: @Sendable (Value, Date) -> Value

  /// The column as `columnDefinitions` lists it.
  var definition: Value {
    [
      "name": .string(name), "type": .string(type), "format": .string(format),
      "description": .string(description), "priority": .integer(priority),
    ]
  }
}
