import Subprocess

/// A host that is logged in to. When the connection was lost, the next call makes a new one.
public final class RemoteSession: Sendable {
  /// The host.
  public let host: RemoteHost
  /// How it becomes root.
  public let privilege: RemotePrivilege
  private let connection: MasterConnection
  private let run: SSHRun

  init(
    _ host: RemoteHost, privilege: RemotePrivilege, _ connection: MasterConnection, _ run: SSHRun
  ) {
    self.host = host
    self.privilege = privilege
    self.connection = connection
    self.run = run
  }

  /// Runs a POSIX `sh` script. Text, arguments and environment travel in standard input, so nothing of them is in a list of
  /// processes. Cancelling ends the script on the host too.
  ///
  /// - Parameters:
  ///   - arguments: `$1`, `$2`, …
  ///   - input: what the script reads.
  ///   - asRoot: whether it runs as root, by `sudo` when the user is somebody else.
  ///   - idleTimeout: the longest time without output; the settings' own when nil.
  ///   - timeout: the longest time in all.
  ///   - outputLimit: bytes of each stream; more is an error.
  ///   - onOutput: gets the output as it comes.
  /// - Returns: the output and the exit status, whatever it is.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  func run(
    _ script: String, arguments: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], asRoot: Bool = true, idleTimeout: Duration? = nil,
    timeout: Duration? = nil, outputLimit: Int = 16 << 20,
    onOutput: (@Sendable (RemoteOutput) -> Void)? = nil
  ) async throws -> RemoteResult {
    let collected = CollectedOutput(limit: outputLimit)
    let call = RemoteCall(
      script: RemoteScript(script: script, arguments: arguments, environment: environment),
      asRoot: asRoot,
      deadlines: Deadlines(idle: idleTimeout ?? run.settings.idleTimeout, total: timeout))
    let exitCode = try await perform(call) { writer in
      if !input.isEmpty { _ = try await writer.write(input) }
    } onOutput: { piece in
      collected.take(piece)
      onOutput?(piece)
    }
    return try collected.result(exitCode, host: host.label)
  }

  /// As ``run(_:arguments:environment:input:asRoot:idleTimeout:timeout:outputLimit:onOutput:)``, and an exit status other than 0 is
  /// an error.
  ///
  /// - Parameter what: what the script does, for the error: `cannot WHAT`.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  @discardableResult
  func check(
    _ what: String, _ script: String, arguments: [String] = [],
    environment: [String: String] = [:], input: [UInt8] = [], asRoot: Bool = true,
    idleTimeout: Duration? = nil, timeout: Duration? = nil, outputLimit: Int = 16 << 20,
    onOutput: (@Sendable (RemoteOutput) -> Void)? = nil
  ) async throws -> RemoteResult {
    let result = try await run(
      script, arguments: arguments, environment: environment, input: input, asRoot: asRoot,
      idleTimeout: idleTimeout, timeout: timeout, outputLimit: outputLimit, onOutput: onOutput)
    guard result.exitCode == 0 else {
      throw RemoteHostError.commandFailed(
        host: host.label, what: what, exitCode: result.exitCode, stderrTail: result.errorTail)
    }
    return result
  }

  /// Carries a call out. `feed` writes the script's input; `onOutput` gets what the script itself writes.
  func perform(
    _ call: RemoteCall, feed: @escaping SSHProcess.Feed,
    onOutput: @escaping @Sendable (RemoteOutput) -> Void
  ) async throws -> Int {
    if call.asRoot, case .none(let reason) = privilege {
      throw RemoteHostError.sudo(host: host.label, reason: reason)
    }
    try await connection.ensure()
    let attempt = RemoteAttempt(call, session: self, connection: connection, run: run)
    do {
      return try await attempt.exitCode(feed: feed, onOutput: onOutput)
    } catch {
      if let processID = attempt.processID, call.endsWithUs, Self.leavesJob(error) {
        // This must be done although we have been cancelled.
        await Task { await self.endRemoteJob(processID, asRoot: call.asRoot) }.value
      }
      throw error
    }
  }

  private static func leavesJob(_ error: any Error) -> Bool {
    switch error {
    case is CancellationError, RemoteHostError.timedOut, RemoteHostError.outputTooLong: true
    default: false
    }
  }

  /// Ends the process group of a script, at once or after two seconds by force.
  private func endRemoteJob(_ processID: Int, asRoot: Bool) async {
    let script = """
      g=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f3)
      [ -n "$g" ] || exit 0
      kill -TERM "-$g"
      (for _ in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2; kill -0 "-$g" || exit; done
      kill -KILL "-$g") </dev/null >/dev/null 2>&1 &
      """
    let call = RemoteCall(
      script: RemoteScript(script: script, arguments: ["\(processID)"], environment: [:]),
      asRoot: asRoot, deadlines: Deadlines(total: .seconds(2)), endsWithUs: false)
    _ = try? await perform(call) { _ in
    } onOutput: { _ in
    }
  }
}
