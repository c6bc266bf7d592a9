public import Documents

/// A change to an object.
public enum Patch: Sendable, Hashable {
  /// Members to set, and with null to remove (RFC 7386).
  case merge(Value)
  /// Operations in their order, `test` among them (RFC 6902). A `test` that fails comes back as
  /// ``KubernetesError/invalid(_:_:)`` without causes (422).
  case json([Value])

  var document: Value {
    switch self {
    case .merge(let value): value
    case .json(let operations): .array(operations)
    }
  }

  var mediaType: String {
    switch self {
    case .merge: APICall.Media.mergePatch
    case .json: APICall.Media.jsonPatch
    }
  }

  /// Whether a second time changes nothing more and does not fail because of the first. A merge patch
  /// with a resource version fails the second time.
  var isIdempotent: Bool {
    guard case .merge(let value) = self else { return false }
    return value.at("metadata", "resourceVersion") == nil
  }
}
