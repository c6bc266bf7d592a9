import Documents
import Synchronization

/// Where objects of all versions of a resource are kept: group and plural.
struct ResourceKey: Sendable, Hashable {
  let group: String
  let plural: String
}

/// Name of an object within its resource, ordered as lists are: by namespace, then by name.
struct ObjectKey: Sendable, Hashable, Comparable {
  /// Empty for cluster-scoped objects.
  let namespace: String
  let name: String

  static func < (a: ObjectKey, b: ObjectKey) -> Bool {
    a.namespace == b.namespace ? a.name.precedes(b.name) : a.namespace.precedes(b.namespace)
  }
}

extension String {
  /// Whether this string comes before another in order of their UTF-8 bytes, as keys of etcd do.
  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// One state of an object as it lies in the storage; never changed, only replaced.
///
/// Its JSON forms are made when first asked for and then kept, so that lists and watches of many
/// clients cost one encoding an object.
final class StoredObject: Sendable {
  let key: ObjectKey
  /// The whole object, with its `resourceVersion`.
  let value: Value
  /// The revision of the write that made this state.
  let revision: UInt64

  private let encodings = Mutex<[Encoding: [UInt8]]>([:])

  init(key: ObjectKey, value: Value, revision: UInt64) {
    self.key = key
    self.value = value
    self.revision = revision
  }

  /// A JSON form of an object.
  enum Encoding: Sendable, Hashable {
    /// The object with its keys in order of the alphabet, as custom resources are sent.
    case sorted(apiVersion: String)
    /// The object without `kind` and `apiVersion`, as lists of built-in kinds carry it.
    case item
    /// A `PartialObjectMetadata`.
    case metadata
  }

  /// Returns a JSON form, making it when it is asked for the first time.
  func bytes(_ encoding: Encoding) -> [UInt8] {
    if let known = encodings.withLock({ $0[encoding] }) { return known }
    let made = JSON.encode(rendered(encoding))
    encodings.withLock { $0[encoding] = made }
    return made
  }

  private func rendered(_ encoding: Encoding) -> Value {
    switch encoding {
    case .sorted(let apiVersion):
      var object = value
      object["apiVersion"] = .string(apiVersion)
      return object.sorted()
    case .item:
      var object = value
      object["kind"] = nil
      object["apiVersion"] = nil
      return object
    case .metadata:
      return [
        "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
        "metadata": value["metadata"] ?? [:],
      ]
    }
  }
}
