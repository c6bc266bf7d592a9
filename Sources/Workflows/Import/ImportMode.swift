/// How a cluster is imported.
public enum ImportMode: String, Sendable, Hashable, CaseIterable {
  /// mcctl reaches both sides and installs the agent itself.
  case auto
  /// mcctl makes a bundle, which somebody applies where only the cluster reaches the hub.
  case manual
}
