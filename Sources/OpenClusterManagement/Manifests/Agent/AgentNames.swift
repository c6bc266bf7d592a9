import Crypto

/// How an agent's objects are called: fixed where it runs on its own cluster, made from the
/// cluster's name where several agents share a hosting cluster (OCM, deploy/klusterlet chart).
public struct AgentNames: Sendable, Hashable {
  /// The Klusterlet.
  public let klusterlet: String
  /// The namespace of the agent and its secrets, where the agent runs.
  public let agentNamespace: String
  /// `spec.namespace` of the Klusterlet: the namespace of the agent's identities on the managed
  /// cluster.
  public let managedNamespace: String

  /// The names for a cluster and a mode.
  public init(clusterName: String, mode: AgentMode) {
    if mode.isHosted {
      // The Klusterlet's name is also a namespace: 63 characters. spec.namespace has at most 57.
      klusterlet = Self.shortened("klusterlet-\(clusterName)", to: 63)
      agentNamespace = klusterlet
      managedNamespace = Self.shortened(
        "\(Names.Namespace.openClusterManagement)-\(clusterName)", to: 57)
    } else {
      klusterlet = "klusterlet"
      agentNamespace = Names.Namespace.agent
      managedNamespace = Names.Namespace.agent
    }
  }

  /// A name that is too long loses its end for a digest of the whole, so that different names stay
  /// different.
  public static func shortened(_ name: String, to length: Int) -> String {
    guard name.utf8.count > length else { return name }
    let digest = Hexadecimal.text(SHA256.hash(data: Array(name.utf8))).prefix(8)
    var start = name.prefix(length - 9)
    while start.hasSuffix("-") { start.removeLast() }
    return "\(start)-\(digest)"
  }
}
