public import Documents

/// Which machines of a cluster change, and how.
public struct ScaleRequest: Sendable {
  /// The cluster, described with the machines that it shall have.
  public var site: ClusterSite
  /// What joins and what leaves.
  public var scale: ScaleChange
  /// How nodes are emptied that leave.
  public var drain = DrainPolicy()
  /// Let nodes join one by one too, and leave so.
  public var oneByOne = false

  /// Changes the machines of a cluster.
  public init(site: ClusterSite, scale: ScaleChange) {
    self.site = site
    self.scale = scale
  }

  var change: ClusterChange { scale.change }
}

/// What a change of a cluster's machines came to.
public struct ScaleReport: WorkflowReport, Hashable {
  /// The cluster's name on the hub.
  public let name: String
  /// Addresses of the machines that joined.
  public let added: [String]
  /// Addresses of the machines that left.
  public let removed: [String]
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// Nothing joined and nothing left.
  public static func nothing(_ name: String) -> ScaleReport {
    ScaleReport(name: name, added: [], removed: [], changed: [])
  }

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "outcome": added.isEmpty && removed.isEmpty ? "unchanged" : "scaled",
      "added": .array(added.map(Value.string)), "removed": .array(removed.map(Value.string)),
      "changed": .array(changed.map(Value.string)),
    ]
  }
}
