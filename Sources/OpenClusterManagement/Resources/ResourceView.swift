public import Documents
public import FoundationEssentials
public import KubernetesClient

/// A Kubernetes object seen through named fields.
///
/// The whole object is kept in `value`, so fields unknown to mcctl survive a read-change-write
/// round. Reading is lenient: a field that is missing, or has another shape than expected (older
/// and newer releases of OCM differ), reads as empty and never fails.
public protocol ResourceView: Sendable, Hashable {
  /// The API resource that objects of this kind live under.
  static var type: ResourceType { get }

  /// The object as the API server holds it.
  var value: Value { get set }

  /// Looks at an object, whatever it contains.
  init(_ value: Value)
}

extension ResourceView {
  /// `metadata.name`; empty when the object has none.
  public var name: String { value.at("metadata", "name")?.string ?? "" }

  /// `metadata.namespace`; nil for cluster-scoped objects.
  public var namespace: String? { value.at("metadata", "namespace")?.string }

  /// `metadata.uid`; nil for an object that was never stored.
  public var uid: String? { value.at("metadata", "uid")?.string }

  /// `metadata.resourceVersion`, to be handed back unread.
  public var resourceVersion: String? { value.at("metadata", "resourceVersion")?.string }

  /// `metadata.generation`: counts changes of the specification.
  public var generation: Int? { value.at("metadata", "generation")?.int }

  /// Whether the controller of the object has looked at this generation of its specification
  /// (`status.observedGeneration`). What the status says before that is about an older one.
  public var isObserved: Bool {
    guard let generation else { return true }
    return (value.at("status", "observedGeneration")?.int ?? 0) >= generation
  }

  /// When the API server stored the object first.
  public var creationTimestamp: Date? { Timestamp.date(value.at("metadata", "creationTimestamp")) }

  /// When deletion was asked for; nil while the object is to stay.
  public var deletionTimestamp: Date? { Timestamp.date(value.at("metadata", "deletionTimestamp")) }

  /// Whether deletion was asked for, even when its time cannot be read.
  public var isBeingDeleted: Bool {
    guard let timestamp = value.at("metadata", "deletionTimestamp") else { return false }
    return !timestamp.isNull
  }

  /// `metadata.labels`.
  public var labels: [String: String] { strings(at: "metadata", "labels") }

  /// `metadata.annotations`.
  public var annotations: [String: String] { strings(at: "metadata", "annotations") }

  /// One label; nil when the object does not have it.
  public func label(_ key: String) -> String? {
    value.at("metadata", "labels", key)?.string
  }

  /// One annotation; nil when the object does not have it.
  public func annotation(_ key: String) -> String? {
    value.at("metadata", "annotations", key)?.string
  }

  /// `metadata.finalizers`, in their order.
  public var finalizers: [String] {
    value.at("metadata", "finalizers")?.array?.compactMap(\.string) ?? []
  }

  /// `status.conditions`; entries without a type are left out.
  public var conditions: [Condition] {
    (value.at("status", "conditions")?.array ?? []).compactMap(Condition.init)
  }

  /// The condition of one type, nil when nobody has set it.
  public func condition(_ type: String) -> Condition? {
    value.at("status", "conditions")?.array?
      .first { $0["type"]?.string == type }.flatMap(Condition.init)
  }

  /// The object as messages name it.
  public var reference: ObjectReference {
    ObjectReference(type: Self.type, namespace: namespace, name: name)
  }

  /// The string entries of the object at a path.
  func strings(at path: String...) -> [String: String] {
    guard let object = value.at(path)?.object else { return [:] }
    var result: [String: String] = [:]
    for (key, value) in object {
      result[key] = value.string
    }
    return result
  }
}
