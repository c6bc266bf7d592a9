import FoundationEssentials
import RemoteHosts
import Terminal
import Workflows

extension CommandContext {
  /// Runs something with the machines of a cluster, which are logged in to as they are needed. On a terminal, a key that
  /// nobody has vouched for is shown and asked about.
  func withMachines<R: Sendable>(
    _ file: ClusterFile, _ body: @Sendable (Machines) async throws -> R
  ) async throws -> R {
    try await withMachines(file.specification, file.inputs, body)
  }

  /// The same, for machines that are only looked at.
  ///
  /// - Parameter parallel: how many are logged in to at a time.
  func withMachines<R: Sendable>(
    _ specification: ClusterSpecification, _ inputs: FleetInputs, parallel: Int = 16,
    _ body: @Sendable (Machines) async throws -> R
  ) async throws -> R {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    var settings = SSHSettings(
      askpassProgram: program, environment: invocation.environment)
    settings.parallel = parallel
    if invocation.streams.terminal.canPrompt { settings.firstContact = .ask(asksForTrust) }
    return try await SSHConnections.with(settings) { connections in
      try await body(Machines(specification, inputs, connections))
    }
  }

  @Sendable private func asksForTrust(_ question: HostKeyQuestion) async throws -> Bool {
    try await reporter.pausing {
      reporter.renderer.line(
        "The \(question.keyType) key of \(question.host) is not known: \(question.fingerprint)")
      return try await confirmation.asks("Type yes to trust it:", for: "yes")
    }
  }
}
