import Documents

/// The value validations of an OpenAPI schema.
struct ValueRules: Sendable {
  var allowed: [Value] = []
  var pattern: String?
  var format: String?
  var minimum: Double?
  var maximum: Double?
  var isMinimumExclusive = false
  var isMaximumExclusive = false
  var multipleOf: Double?
  var minLength: Int?
  var maxLength: Int?
  var minItems: Int?
  var maxItems: Int?
  var minProperties: Int?
  var maxProperties: Int?
  var allOf: [Schema] = []
  var anyOf: [Schema] = []
  var oneOf: [Schema] = []
  var not: Schema?
}
