public import FoundationEssentials
public import KubernetesClient
public import Terminal
public import Workflows

/// Everything a run of mcctl takes from outside. The program passes the real things, a test its own; nothing below
/// reads the environment, the clock or a stream by itself.
public struct Invocation: Sendable {
  /// Makes the access to the cluster that a kubeconfig's context leads to.
  public typealias Connector =
    @Sendable (ConnectionConfig, ClientOptions) throws -> ClusterAccess

  /// The words after the program's name.
  public var arguments: [String]
  /// The environment variables.
  public var environment: [String: String]
  /// Standard input, output and error.
  public var streams: Streams
  /// The present time.
  public var now: @Sendable () -> Date
  /// The signals that ask mcctl to stop.
  public var interruptions: any InterruptionSource
  /// Makes connections.
  public var connect: Connector
  /// The longest that a shell is kept waiting for names from the hub.
  public var completionPatience: Duration = .seconds(2)

  /// Puts an invocation together.
  public init(
    arguments: [String], environment: [String: String], streams: Streams,
    now: @escaping @Sendable () -> Date = { Date() },
    interruptions: any InterruptionSource = NoInterruptions(),
    connect: @escaping Connector = { try ClusterAccess(config: $0, options: $1) }
  ) {
    self.arguments = arguments
    self.environment = environment
    self.streams = streams
    self.now = now
    self.interruptions = interruptions
    self.connect = connect
  }

  /// The invocation of this process.
  public static func process() -> Invocation {
    let environment = ProcessInfo.processInfo.environment
    return Invocation(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: environment,
      streams: .process(environment: environment), interruptions: SignalInterruptions())
  }

  /// Where `.kube/config` is looked for, as kubectl does.
  var homeDirectory: String { environment["HOME"] ?? "/" }

  /// The invocation that completion closures run in, which the parser calls without arguments of ours.
  @TaskLocal static var current: Invocation?
}
