public import Documents

/// An `exec` entry of a kubeconfig user: a program that hands out credentials, as
/// `client.authentication.k8s.io` defines.
public struct CredentialPlugin: Sendable, Hashable {
  /// The protocol's version that the program speaks.
  public enum Version: String, Sendable, Hashable, CaseIterable {
    /// The current version.
    case v1 = "client.authentication.k8s.io/v1"
    /// The version before.
    case v1beta1 = "client.authentication.k8s.io/v1beta1"
  }

  /// Whether the program may talk with the operator on standard input.
  public enum InteractiveMode: String, Sendable, Hashable, CaseIterable {
    /// It never does.
    case never = "Never"
    /// It does when standard input is a terminal.
    case ifAvailable = "IfAvailable"
    /// It must, so without a terminal it is not even started.
    case always = "Always"
  }

  /// A variable added to the program's environment.
  public struct Variable: Sendable, Hashable {
    /// The variable's name.
    public let name: String
    /// The variable's value, which may well be secret.
    public let value: Secret

    /// Sets a variable.
    public init(name: String, value: Secret) {
      self.name = name
      self.value = value
    }
  }

  /// The program: a name to be found in `PATH`, or a path.
  public var command: String
  /// Its arguments.
  public var arguments: [String]
  /// What is added to the environment it inherits.
  public var environment: [Variable]
  /// The protocol's version.
  public var version: Version
  /// Whether it may talk with the operator.
  public var interactiveMode: InteractiveMode
  /// What to tell an operator who does not have the program.
  public var installHint: String?
  /// The cluster as the program is told of it (`spec.cluster`); nil unless `provideClusterInfo`.
  public var clusterInfo: Value?

  /// Describes a plugin.
  public init(
    command: String,
    arguments: [String] = [],
    environment: [Variable] = [],
    version: Version = .v1,
    interactiveMode: InteractiveMode = .ifAvailable,
    installHint: String? = nil,
    clusterInfo: Value? = nil
  ) {
    self.command = command
    self.arguments = arguments
    self.environment = environment
    self.version = version
    self.interactiveMode = interactiveMode
    self.installHint = installHint
    self.clusterInfo = clusterInfo
  }
}
