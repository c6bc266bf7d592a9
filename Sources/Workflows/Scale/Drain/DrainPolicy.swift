/// How nodes are emptied before they leave, in the words of `kubectl drain`.
public struct DrainPolicy: Sendable, Hashable {
  /// Evict pods that nothing makes anew elsewhere.
  public var force = false
  /// Evict pods whose emptyDir volumes are lost by it.
  public var deletesEmptyDirData = false
  /// How long all pods of a group of nodes may take to go.
  public var timeout: Duration = .seconds(300)

  /// As kubectl does without flags, but that pods of DaemonSets are left.
  public init() {}
}
