/// A script that takes an agent off its cluster, made without a bundle: for a cluster that was lost, should it come
/// back.
public struct CleanupScript: Sendable, Hashable {
  /// The cluster's name on the hub.
  public let clusterName: String
  /// The hub's URL, to be shown.
  public let hubServer: String
  /// How the agent was deployed.
  public let mode: AgentMode

  /// A script for the agent of a cluster.
  public init(clusterName: String, hubServer: String, mode: AgentMode) {
    self.clusterName = clusterName
    self.hubServer = hubServer
    self.mode = mode
  }

  /// The script, for a POSIX shell and kubectl.
  public var text: String {
    let names = AgentNames(clusterName: clusterName, mode: mode)
    return LeaveScript.text(ScriptFacts(removing: names, ofCluster: clusterName, hub: hubServer))
  }
}
