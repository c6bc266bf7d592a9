/// A cluster to be imported by a bundle.
public struct ManualImportRequest: Sendable, Hashable {
  /// The cluster, its agent, and how the agent reaches the hub.
  public var cluster: ImportRequest
  /// Where the bundle goes.
  public var target: BundleTarget
  /// The version of mcctl that makes the bundle.
  public var toolVersion: String

  /// Imports a cluster by a bundle.
  public init(_ cluster: ImportRequest, target: BundleTarget, toolVersion: String) {
    self.cluster = cluster
    self.target = target
    self.toolVersion = toolVersion
  }
}
