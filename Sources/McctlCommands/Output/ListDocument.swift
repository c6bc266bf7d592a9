import Documents

/// Several documents as one, in the shape kubectl prints lists in.
enum ListDocument {
  /// `{"apiVersion": "v1", "kind": "List", "items": […]}`.
  static func of(_ items: [Value]) -> Value {
    ["apiVersion": "v1", "kind": "List", "items": .array(items)]
  }

  /// A single document as it is when one name was asked for, a list otherwise.
  static func of(_ items: [Value], isSingle: Bool) -> Value {
    guard isSingle, items.count == 1, let only = items.first else { return of(items) }
    return only
  }
}
