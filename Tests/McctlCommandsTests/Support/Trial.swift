import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Terminal
import Workflows

@testable import McctlCommands

/// One run of the whole command line in memory: words in; exit status, standard output and error out.
struct Trial {
  /// What a run came to.
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// The moment that every run believes it is.
  static let now = Date(timeIntervalSince1970: 1_795_348_800)

  var environment: [String: String] = [:]
  var answers: [String] = []
  var isTerminal = false
  var columns = 80
  var interruptions: any InterruptionSource = NoInterruptions()
  var output = RecordingSink()
  var error = RecordingSink()
  /// The cluster behind each context; a request to any other context fails the run.
  var clusters: [String: FakeCluster] = [:]

  /// Runs mcctl with these words.
  func run(_ words: String...) async -> Result {
    await run(words)
  }

  /// Runs mcctl with these words.
  func run(_ words: [String]) async -> Result {
    let status = await Mcctl.run(invocation(words))
    return Result(status: status, output: output.text, error: error.text)
  }

  /// What the program would be given.
  func invocation(_ words: [String] = []) -> Invocation {
    let size = TerminalSize(columns: columns, rows: 24)
    let streams = Streams(
      input: ScriptedInput(answers), output: output, error: error,
      terminal: TerminalCapabilities(
        inputIsTerminal: isTerminal, outputIsTerminal: isTerminal, errorIsTerminal: isTerminal,
        environment: environment, size: { size }))
    var invocation = Invocation(
      arguments: words, environment: environment, streams: streams, now: { Self.now },
      interruptions: interruptions
    ) { [clusters] config, options in
      guard let cluster = clusters[config.contextName] else {
        throw UnknownCluster(context: config.contextName)
      }
      return ClusterAccess(
        reader: APIReader(transport: cluster, config: config, options: options),
        server: config.server, trust: .system)
    }
    // Long enough for a machine that has other things to do.
    invocation.completionPatience = .seconds(300)
    return invocation
  }

  /// A connection was asked for that the test did not provide.
  struct UnknownCluster: Error {
    let context: String
  }
}

/// A kubeconfig in a directory that is removed in the end.
final class KubeconfigFile {
  let path: String
  private let directory: URL

  /// Contexts `hub` (the current one) and `edge-7`.
  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(
      path: "mcctl-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let file = directory.appending(path: "config")
    path = file.path(percentEncoded: false)
    try Data(Self.text.utf8).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  private static let text = """
    apiVersion: v1
    kind: Config
    current-context: hub
    contexts:
    - {name: hub, context: {cluster: hub, user: admin}}
    - {name: edge-7, context: {cluster: edge-7, user: admin}}
    clusters:
    - {name: hub, cluster: {server: "https://hub.example:6443"}}
    - {name: edge-7, cluster: {server: "https://edge-7.example:6443"}}
    users:
    - {name: admin, user: {token: not-a-real-token}}
    """
}
