public import Documents

/// Objects to hand out to one cluster as a ManifestWork.
public struct ApplyWorkRequest: Sendable, Hashable {
  /// What to wait for.
  public enum Goal: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case nothing
    /// Every object is applied on the cluster.
    case applied
    /// Every object is there.
    case available
  }

  /// The cluster's name on the hub.
  public var cluster: String
  /// Name of the ManifestWork.
  public var name: String
  /// The objects, each with apiVersion, kind and metadata.name.
  public var manifests: [Value]
  /// What to wait for.
  public var goal: Goal = .available

  /// Hands objects out and waits until they are there.
  public init(cluster: String, name: String, manifests: [Value]) {
    self.cluster = cluster
    self.name = name
    self.manifests = manifests
  }
}

/// Which ManifestWork of one cluster to delete.
public struct DeleteWorkRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var cluster: String
  /// Name of the ManifestWork.
  public var name: String
  /// Treat a work that does not exist as done.
  public var ignoresNotFound = false
  /// Wait until the work, and what it applied, is gone.
  public var waits = true

  /// Deletes a work and waits until it is gone.
  public init(cluster: String, name: String) {
    self.cluster = cluster
    self.name = name
  }
}

/// One ManifestWork as it is listed.
public struct WorkRow: WorkflowReport, Hashable {
  /// The cluster it is for.
  public let cluster: String
  /// Name of the ManifestWork.
  public let name: String
  /// How many objects it holds.
  public let manifestCount: Int
  /// Whether all of them are applied; nil while the agent has not said.
  public let isApplied: Bool?
  /// Whether all of them are there; nil while the agent has not said.
  public let isAvailable: Bool?
  /// The first thing that is wrong, in the agent's words.
  public let problem: String?
  /// True when an apply or delete found it as it should be and wrote nothing.
  public let isUnchanged: Bool

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "cluster": .string(cluster), "name": .string(name),
      "manifests": .integer(manifestCount), "unchanged": .bool(isUnchanged),
    ]
    value["applied"] = isApplied.map(Value.bool)
    value["available"] = isAvailable.map(Value.bool)
    value["problem"] = problem.map(Value.string)
    return value
  }
}

/// What deleting a work came to.
public struct DeleteWorkReport: WorkflowReport, Hashable {
  /// The cluster it was for.
  public let cluster: String
  /// Name of the ManifestWork.
  public let name: String
  /// True when it is gone; false when its going was not waited for.
  public let isGone: Bool
  /// True when there was none.
  public let isUnchanged: Bool

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "cluster": .string(cluster), "name": .string(name), "gone": .bool(isGone),
      "unchanged": .bool(isUnchanged),
    ]
  }
}
