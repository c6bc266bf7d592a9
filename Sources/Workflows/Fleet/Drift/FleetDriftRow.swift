public import Documents

/// How one cluster differs between a fleet file and the hub.
public struct FleetDriftRow: Sendable, Hashable {
  /// In what it differs.
  public enum State: String, Sendable, Hashable {
    /// The file has it, the hub has not.
    case missing
    /// Both have it, and it is not as the file says.
    case different
    /// The hub has it, the file has not.
    case other
  }

  /// One thing that is not as the file says.
  public struct Difference: Sendable, Hashable {
    /// The member of the file.
    public let field: String
    /// What the file says.
    public let file: String
    /// What the hub has; nil for nothing.
    public let hub: String?

    /// Records a difference.
    public init(field: String, file: String, hub: String?) {
      self.field = field
      self.file = file
      self.hub = hub
    }
  }

  /// Name on the hub.
  public let name: String
  /// In what it differs.
  public let state: State
  /// What is not as the file says; empty unless both have it.
  public let differences: [Difference]

  /// Records how a cluster differs.
  public init(name: String, state: State, differences: [Difference]) {
    self.name = name
    self.state = state
    self.differences = differences
  }

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "state": .string(state.rawValue),
      "differences": .array(
        differences.map { difference in
          var value: Value = ["field": .string(difference.field), "file": .string(difference.file)]
          value["hub"] = difference.hub.map(Value.string)
          return value
        }),
    ]
  }
}
