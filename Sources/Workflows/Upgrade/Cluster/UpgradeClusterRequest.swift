public import Documents

/// To which image a cluster is moved, and how.
public struct UpgradeClusterRequest: Sendable {
  /// The cluster, described with the image that it shall be of.
  public var site: ClusterSite
  /// The move.
  public var upgrade: ClusterUpgrade
  /// Move between versions of Kubernetes all the same between which no way is known.
  public var forces = false

  /// Moves a cluster to another image.
  public init(site: ClusterSite, upgrade: ClusterUpgrade) {
    self.site = site
    self.upgrade = upgrade
  }

  var change: ClusterChange { upgrade.change }
  var image: String { site.specification.image.name }
  var formerImage: String { change.formerImage ?? image }
}

/// What moving a cluster to another image came to.
public struct UpgradeClusterReport: WorkflowReport, Hashable {
  /// A node, and the versions of its kubelet; nil where it did not tell.
  public struct Node: Sendable, Hashable {
    /// Its name in the cluster.
    public let name: String
    /// The version before.
    public let from: String?
    /// The version now.
    public let to: String?
  }

  /// The cluster's name on the hub.
  public let name: String
  /// The image before; the same as ``image`` when nothing was to be done.
  public let formerImage: String
  /// The image now.
  public let image: String
  /// Its nodes, in the order of the description; none when nothing was to be done.
  public let nodes: [Node]
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The cluster is of that image already.
  public static func nothing(_ name: String, image: String) -> UpgradeClusterReport {
    UpgradeClusterReport(name: name, formerImage: image, image: image, nodes: [], changed: [])
  }

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "outcome": formerImage == image ? "unchanged" : "upgraded",
      "from": .string(formerImage), "to": .string(image),
      "nodes": .array(
        nodes.map { node in
          var value: Value = ["name": .string(node.name)]
          value["from"] = node.from.map(Value.string)
          value["to"] = node.to.map(Value.string)
          return value
        }), "changed": .array(changed.map(Value.string)),
    ]
  }
}
