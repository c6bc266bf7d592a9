public import FoundationEssentials

/// What a join bundle is made from. The same source gives the same bytes.
public struct BundleSource: Sendable, Hashable {
  /// The agent, with the credential it joins with. A secret.
  public var agent: AgentOptions
  /// The UID of the ManagedCluster that waits on the hub; nil when the bundle is made without one.
  public var recordUID: String?
  /// When the credential stops working; nil when that is not known.
  public var expires: Date?
  /// The version of mcctl that makes it.
  public var toolVersion: String

  /// A bundle for an agent.
  public init(
    agent: AgentOptions, recordUID: String? = nil, expires: Date? = nil, toolVersion: String
  ) {
    self.agent = agent
    self.recordUID = recordUID
    self.expires = expires
    self.toolVersion = toolVersion
  }
}
