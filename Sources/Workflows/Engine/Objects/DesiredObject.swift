import Documents
import KubernetesClient

/// One object as it shall be.
struct DesiredObject: Sendable {
  /// How the object is brought to that state.
  enum Method: Sendable, Hashable {
    /// Server-side apply: what mcctl wants it owns, and what it no longer wants goes away.
    case apply
    /// Created when missing, and patched where it differs; for objects that have many writers.
    case merge
    /// Created when missing, and otherwise left alone.
    case createOnly
  }

  let type: ResourceType
  let value: Value
  var method = Method.apply
  /// Fields that are mcctl's as a whole, so that anything else found in them is a difference. Other
  /// lists and objects may hold defaults of the server besides what is wanted.
  var exactPaths: [[String]] = []
  /// Fields that are only set when the object is created.
  var initialFields: [(path: [String], value: Value)] = []

  /// The object as it is created.
  var creation: Value {
    initialFields.reduce(into: value) { $0.set($1.value, at: $1.path) }
  }

  /// Name and namespace of the object.
  var reference: ObjectReference {
    ObjectReference(
      type: type, namespace: value.at("metadata", "namespace")?.string,
      name: value.at("metadata", "name")?.string ?? "")
  }
}
