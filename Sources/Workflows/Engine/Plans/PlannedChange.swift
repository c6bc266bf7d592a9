public import Documents
public import KubernetesClient

/// One field that differs between what is and what shall be. Secret values are masked.
public struct FieldChange: Sendable, Hashable {
  /// Where in the object, for example `spec.deployOption.mode`.
  public let path: String
  /// The value in the cluster; nil when the field is absent.
  public let before: Value?
  /// The value to be; nil when the field goes away.
  public let after: Value?

  /// Describes a change of one field.
  public init(path: String, before: Value?, after: Value?) {
    self.path = path
    self.before = before
    self.after = after
  }
}

/// What will happen to one object of one cluster.
public struct PlannedChange: Sendable, Hashable {
  /// The kinds of thing that can happen to an object.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    case create
    case update
    case delete
    /// The object is as it should be; nothing is sent.
    case unchanged
    /// It would have to change, but the caller may not.
    case notPermitted
    /// Somebody else changes it; the step waits until that is seen.
    case wait
  }

  /// The cluster the object is in.
  public let location: ClusterLocation
  /// The object; a name in angle brackets stands for one that does not exist yet.
  public let object: ObjectReference
  /// What will happen.
  public let action: Action
  /// Which fields change, masked; empty unless the action is an update or a create.
  public let fields: [FieldChange]
  /// Anything a reader should know about it, for example why it is kept.
  public let note: String?

  /// Describes what will happen to an object.
  public init(
    location: ClusterLocation, object: ObjectReference, action: Action,
    fields: [FieldChange] = [], note: String? = nil
  ) {
    self.location = location
    self.object = object
    self.action = action
    self.fields = fields
    self.note = note
  }

  /// True for the actions that write.
  public var isWrite: Bool {
    switch action {
    case .create, .update, .delete: true
    case .unchanged, .notPermitted, .wait: false
    }
  }

  /// The machine form: `{"cluster", "kind", "namespace", "name", "action", "note", "fields"}`.
  public var document: Value {
    var value: Value = [
      "cluster": location.document, "apiVersion": .string(object.type.apiVersion),
      "kind": .string(object.type.kind), "name": .string(object.name),
      "action": .string(action.rawValue),
    ]
    value["namespace"] = object.namespace.map(Value.string)
    value["note"] = note.map(Value.string)
    guard !fields.isEmpty else { return value }
    value["fields"] = .array(fields.map(\.document))
    return value
  }
}

extension FieldChange {
  /// The machine form: `{"path", "before", "after"}`; an absent side is left out.
  public var document: Value {
    var value: Value = ["path": .string(path)]
    value["before"] = before
    value["after"] = after
    return value
  }
}
