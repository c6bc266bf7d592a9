import Documents

/// The structure of a value: what OpenAPI schemas of custom resources and the Go types of built-in
/// kinds have in common.
///
/// One model serves pruning, defaults, validation, strategic merge patches, field ownership and the
/// published OpenAPI documents.
final class Schema: Sendable {
  /// JSON type of a value.
  enum ValueType: String, Sendable {
    case object, array, string, integer, number, boolean
    /// `x-kubernetes-int-or-string`.
    case intOrString
    /// Anything; nothing below is known.
    case any
  }

  /// How lists are merged and owned (`x-kubernetes-list-type`).
  enum ListType: Sendable, Hashable {
    case atomic
    case set
    case map(keys: [String])
  }

  /// What a strategic merge patch does with a field (`patchStrategy` of Go struct tags).
  struct PatchStrategy: Sendable, Hashable {
    /// Lists are merged rather than replaced, by `mergeKey` or, without one, as sets.
    var merges = false
    var mergeKey: String?
    /// The patch lists the keys that stay (`$retainKeys`).
    var retainsKeys = false
  }

  /// Everything that makes up a schema.
  struct Content: Sendable {
    var type: ValueType = .any
    /// Name of the published definition such as `io.k8s.api.core.v1.Pod`; nil for anonymous ones.
    var definition: String?
    var summary = ""
    /// In the order in which fields are written.
    var properties: [(name: String, schema: Schema)] = []
    /// Schema of the elements of an array.
    var items: Schema?
    /// Schema of the values of a map.
    var values: Schema?
    var required: [String] = []
    var isNullable = false
    /// Unknown fields stay (`x-kubernetes-preserve-unknown-fields`).
    var preservesUnknown = false
    /// The value is a whole object with `apiVersion`, `kind` and `metadata`.
    var isEmbeddedResource = false
    /// A Go struct that is not a pointer: present even when empty, so nobody owns it by itself.
    var isInline = false
    var defaultValue: Value?
    var listType: ListType = .atomic
    /// The map or struct is owned and merged as a whole.
    var isAtomic = false
    var patch = PatchStrategy()
    var rules = ValueRules()
    /// Number of the field in the protobuf form of its object; two for fields of a message that
    /// JSON does not show.
    var wireNumbers: [Int] = []
    /// The OpenAPI document that the schema was read from; nil for built-in types.
    var source: Value?
  }

  let content: Content
  private let index: [String: Schema]

  init(_ content: Content) {
    self.content = content
    index = Dictionary(
      content.properties.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
  }

  /// A schema that says nothing.
  static let any = Schema(Content(preservesUnknown: true))

  var type: ValueType { content.type }

  /// The schema of a declared field.
  func property(_ name: String) -> Schema? { index[name] }

  /// The schema of a field, declared or of a map; nil when nothing is known of it.
  func field(_ name: String) -> Schema? { index[name] ?? content.values }

  /// Whether fields that are not declared belong to the value: maps and free-form objects.
  var allowsAnyField: Bool {
    content.type == .any || content.preservesUnknown || content.values != nil
  }

  /// Whether the object is a struct with declared fields.
  var isStruct: Bool { !content.properties.isEmpty }
}
