import Documents
import Logging
import Synchronization

@testable @_spi(WriteGrant) import KubernetesClient

/// A reader and a writer of a cluster that exists only in a script.
struct TestHub: Sendable {
  let transport: ScriptedTransport
  let reader: APIReader
  /// The pauses that were to be made.
  let pauses = Recorder<Duration>()
  let warnings = Recorder<ServerWarning>()

  init(
    credential: Credential = .none, impersonation: Impersonation? = nil,
    options: ClientOptions = ClientOptions(),
    disablesCompression: Bool = false,
    _ respond: @escaping @Sendable (HTTPRequest, Int) async throws -> ScriptedTransport.Answer
  ) {
    let transport = ScriptedTransport(respond)
    let config = ConnectionConfig(
      contextName: "prod", clusterName: "hub", userName: "me",
      server: "https://hub.example.com:6443", credential: credential,
      impersonation: impersonation, disablesCompression: disablesCompression, source: "test")
    var options = options
    let warnings = warnings
    options.onWarning = { warnings.append($0) }
    let pauses = pauses
    self.transport = transport
    reader = APIReader(
      config: config, options: options,
      pause: { duration in
        pauses.append(duration)
        // What would go on for ever must fail, not hang.
        if pauses.all.count > 20 { throw CancellationError() }
        await Task.yield()
      },
      makeTransport: { _ in transport })
  }

  init(_ answers: ScriptedTransport.Answer...) {
    self.init { _, index in answers[min(index, answers.count - 1)] }
  }

  func writer(_ mode: WriteGrant.Mode = .persist) -> APIWriter {
    reader.writer(WriteGrant(mode))
  }

  var requests: [HTTPRequest] { transport.requests }
}

/// Collects values from anywhere.
final class Recorder<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  func append(_ element: Element) {
    elements.withLock { $0.append(element) }
  }

  var all: [Element] { elements.withLock { $0 } }
}

extension ResourceType {
  static let managedClusters = ResourceType(
    group: "cluster.open-cluster-management.io", version: "v1", plural: "managedclusters",
    kind: "ManagedCluster", isNamespaced: false)
}
