/// How the agent is deployed (`spec.deployOption.mode` of a Klusterlet).
public enum AgentMode: String, Sendable, Hashable, CaseIterable {
  /// One Deployment for registration and works; mcctl's default.
  case singleton = "Singleton"
  /// A Deployment for registration and one for works; what OCM takes when nothing is said.
  case `default` = "Default"
  /// As Default, but running on another cluster, the hosting one.
  case hosted = "Hosted"
  /// As Singleton, but running on another cluster, the hosting one.
  case singletonHosted = "SingletonHosted"

  /// Whether the agent runs outside the cluster it manages.
  public var isHosted: Bool { self == .hosted || self == .singletonHosted }

  /// Whether one Deployment does everything.
  public var isSingleton: Bool { self == .singleton || self == .singletonHosted }
}
