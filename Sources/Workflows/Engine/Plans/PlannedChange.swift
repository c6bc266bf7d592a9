public import Documents
public import KubernetesClient

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
  /// Which fields an update changes, secret values masked.
  public let fields: [Change]
  /// The difference as marked lines of YAML, secret values masked; only when it was asked for.
  public let lines: [Difference.Line]
  /// Anything a reader should know about it, for example why it is kept.
  public let note: String?

  /// Describes what will happen to an object.
  public init(
    location: ClusterLocation, object: ObjectReference, action: Action,
    fields: [Change] = [], lines: [Difference.Line] = [], note: String? = nil
  ) {
    self.location = location
    self.object = object
    self.action = action
    self.fields = fields
    self.lines = lines
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

extension Change {
  /// The machine form: `{"path", "before", "after"}`; an absent side is left out.
  fileprivate var document: Value {
    var value: Value = ["path": .string(path.pathText)]
    value["before"] = before
    value["after"] = after
    return value
  }
}
