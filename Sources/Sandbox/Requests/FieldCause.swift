import Documents

/// One field that a request got wrong, as `details.causes` of a 422 answer lists them.
struct FieldCause: Sendable, Hashable {
  /// Machine-readable reason such as `FieldValueInvalid`.
  let reason: String
  /// Explanation without the field's name, such as `Required value`.
  let message: String
  /// Path of the field, such as `spec.taints[0].key`.
  let field: String

  init(_ reason: String, _ field: String, _ message: String) {
    self.reason = reason
    self.field = field
    self.message = message
  }

  /// `field.Required` of Kubernetes' `apimachinery/pkg/util/validation/field`.
  static func required(_ field: String, _ detail: String = "") -> FieldCause {
    FieldCause("FieldValueRequired", field, "Required value" + suffix(detail))
  }

  /// `field.Invalid`; the value is shown as Go's `%#v` or `%v` would.
  static func invalid(_ field: String, _ value: Value, _ detail: String) -> FieldCause {
    FieldCause("FieldValueInvalid", field, "Invalid value: \(shown(value))" + suffix(detail))
  }

  /// `field.TypeInvalid`.
  static func typeInvalid(_ field: String, _ value: Value, _ detail: String) -> FieldCause {
    FieldCause("FieldValueTypeInvalid", field, "Invalid value: \(shown(value))" + suffix(detail))
  }

  /// `field.NotSupported`.
  static func notSupported(_ field: String, _ value: Value, _ supported: [String]) -> FieldCause {
    let list = supported.map { "\"\($0)\"" }.joined(separator: ", ")
    return FieldCause(
      "FieldValueNotSupported", field,
      "Unsupported value: \(shown(value))" + (list.isEmpty ? "" : ": supported values: \(list)"))
  }

  /// `field.Forbidden`.
  static func forbidden(_ field: String, _ detail: String) -> FieldCause {
    FieldCause("FieldValueForbidden", field, "Forbidden" + suffix(detail))
  }

  /// `field.Duplicate`.
  static func duplicate(_ field: String, _ value: Value) -> FieldCause {
    FieldCause("FieldValueDuplicate", field, "Duplicate value: \(shown(value))")
  }

  /// `field.TooMany`.
  static func tooMany(_ field: String, _ actual: Int, max: Int) -> FieldCause {
    FieldCause(
      "FieldValueTooMany", field, "Too many: \(actual): must have at most \(max) items")
  }

  /// `field.TooLong`.
  static func tooLong(_ field: String, max: Int) -> FieldCause {
    FieldCause(
      "FieldValueTooLong", field,
      "Too long: may not be more than \(max) bytes")
  }

  /// The cause as an entry of `details.causes`.
  var value: Value {
    ["reason": .string(reason), "message": .string(message), "field": .string(field)]
  }

  /// `spec.x: Required value`: the cause as the message of the answer tells it.
  var line: String { field.isEmpty ? message : "\(field): \(message)" }

  private static func suffix(_ detail: String) -> String { detail.isEmpty ? "" : ": \(detail)" }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .null: "null"
    default: JSON.text(value)
    }
  }
}
