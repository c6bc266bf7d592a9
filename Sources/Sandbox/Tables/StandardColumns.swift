import Documents
import Foundation

/// Columns that many tables share.
extension TableColumn {
  /// `Name`, first in every table.
  static let name = TableColumn(
    name: "Name", type: "string", format: "name",
    description: """
      Name must be unique within a namespace. Is required when creating resources, although some \
      resources may allow a client to request the generation of an appropriate name automatically. \
      Name is primarily intended for creation idempotence and configuration definition. Cannot be \
      updated. More info: \
      https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names
      """
  ) { object, _ in object["metadata"]?["name"] ?? "" }

  /// `Age`, last in most tables of built-in kinds.
  static let age = TableColumn(
    name: "Age", type: "string",
    description: """
      CreationTimestamp is a timestamp representing the server time when this object was created. \
      It is not guaranteed to be set in happens-before order across separate operations. Clients \
      may not set this value. It is represented in RFC3339 form and is in UTC.
      """
  ) { object, now in Age.since(object["metadata"]?["creationTimestamp"], now) }

  /// `Created At`, what the generic table of resources without columns shows.
  static let createdAt = TableColumn(
    name: "Created At", type: "date",
    description: age.description
  ) { object, _ in object["metadata"]?["creationTimestamp"] ?? .null }

  /// A column with the text at a path, empty when it is missing.
  static func text(_ name: String, _ path: String..., priority: Int = 0, missing: String = "")
    -> TableColumn
  {
    TableColumn(name: name, type: "string", priority: priority) { object, _ in
      object.at(path) ?? .string(missing)
    }
  }

  /// A column with the number at a path, 0 when it is missing.
  static func number(_ name: String, _ path: String...) -> TableColumn {
    TableColumn(name: name, type: "integer") { object, _ in object.at(path) ?? 0 }
  }

  /// A column with the number of elements or members of what is at a path.
  static func count(_ name: String, _ path: String...) -> TableColumn {
    TableColumn(name: name, type: "string") { object, _ in
      let value = object.at(path)
      return .integer(value?.array?.count ?? value?.object?.count ?? 0)
    }
  }

  /// A column that a CustomResourceDefinition declares (`additionalPrinterColumns`).
  init(definition: Value) {
    let pathText = definition["jsonPath"]?.string ?? ""
    let path = ColumnPath(pathText)
    let type = definition["type"]?.string ?? "string"
    let given = definition["description"]?.string ?? ""
    self.init(
      name: definition["name"]?.string ?? "", type: type,
      format: definition["format"]?.string ?? "",
      description: given.isEmpty
        ? "Custom resource definition column (in JSONPath format): \(pathText)" : given,
      priority: definition["priority"]?.int ?? 0
    ) { object, now in
      guard let value = path?.values(in: object).first else { return .null }
      return Self.cell(value, type: type, now: now)
    }
  }

  /// A value as a cell of a column's type, after `cellForJSONValue` of apiextensions-apiserver.
  private static func cell(_ value: Value, type: String, now: Date) -> Value {
    switch (type, value) {
    case (_, .null): .null
    case ("integer", .integer), ("number", .integer), ("number", .decimal), ("boolean", .bool):
      value
    case ("date", .string): Age.since(value, now)
    case ("string", .string): value
    case ("string", _): .string(JSON.text(value))
    default: .null
    }
  }
}
