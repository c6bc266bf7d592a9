import Documents

/// Who owns a set of fields: one entry of `metadata.managedFields`.
struct ManagedFieldsEntry: Sendable {
  /// What makes two entries the same.
  struct Manager: Sendable, Hashable {
    let name: String
    /// `Apply` or `Update`.
    let operation: String
    let apiVersion: String
    /// Empty for the object itself.
    let subresource: String
  }

  let manager: Manager
  var fields: FieldSet
  /// When the fields were last changed, RFC 3339.
  var time: String?

  /// Reads an entry; nil when it has another format of fields.
  init?(_ value: Value) {
    guard value["fieldsType"]?.string == "FieldsV1" else { return nil }
    manager = Manager(
      name: value["manager"]?.string ?? "", operation: value["operation"]?.string ?? "",
      apiVersion: value["apiVersion"]?.string ?? "",
      subresource: value["subresource"]?.string ?? "")
    fields = FieldSet(fieldsV1: value["fieldsV1"] ?? .null)
    time = value["time"]?.string
  }

  init(manager: Manager, fields: FieldSet, time: String?) {
    self.manager = manager
    self.fields = fields
    self.time = time
  }

  /// The entry as objects carry it.
  var value: Value {
    var value: Value = [
      "manager": .string(manager.name), "operation": .string(manager.operation),
      "apiVersion": .string(manager.apiVersion),
    ]
    if let time { value["time"] = .string(time) }
    value["fieldsType"] = "FieldsV1"
    value["fieldsV1"] = fields.fieldsV1
    if !manager.subresource.isEmpty { value["subresource"] = .string(manager.subresource) }
    return value
  }

  /// The order of entries: appliers first, then by time, then by name.
  static func precedes(_ a: ManagedFieldsEntry, _ b: ManagedFieldsEntry) -> Bool {
    if a.manager.operation != b.manager.operation {
      return a.manager.operation < b.manager.operation
    }
    let times = (a.time ?? "", b.time ?? "")
    if times.0 != times.1 { return times.0 < times.1 }
    return (a.manager.name, a.manager.apiVersion, a.manager.subresource)
      < (b.manager.name, b.manager.apiVersion, b.manager.subresource)
  }

  /// How messages about conflicts name the manager.
  var shown: String {
    var text = "\"\(manager.name)\""
    if !manager.subresource.isEmpty { text += " with subresource \"\(manager.subresource)\"" }
    guard manager.operation == "Update" else { return text }
    text += " using \(manager.apiVersion)"
    return time.map { "\(text) at \($0)" } ?? text
  }
}
