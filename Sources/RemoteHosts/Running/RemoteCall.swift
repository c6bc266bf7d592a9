import Subprocess
import Synchronization

/// A script to run, and how.
struct RemoteCall: Sendable {
  let script: RemoteScript
  var asRoot = true
  var deadlines = Deadlines()
  /// Whether the script is ended on the host when the call is given up here.
  var endsWithUs = true
}

/// One attempt at a call.
final class RemoteAttempt: Sendable {
  private let call: RemoteCall
  private let session: RemoteSession
  private let connection: MasterConnection
  private let run: SSHRun
  private let streams = Mutex((output: MarkedStream(), errors: MarkedStream()))

  init(_ call: RemoteCall, session: RemoteSession, connection: MasterConnection, run: SSHRun) {
    self.call = call
    self.session = session
    self.connection = connection
    self.run = run
  }

  /// The number of the script's process on the host, once it is known.
  var processID: Int? {
    streams.withLock { $0.output.processID ?? $0.errors.processID }
  }

  /// Runs the script to its end.
  func exitCode(
    feed: @escaping SSHProcess.Feed, onOutput: @escaping @Sendable (RemoteOutput) -> Void
  ) async throws -> Int {
    let log = "call-\(run.nextNumber()).log"
    defer { run.folder.remove(log) }
    let beginning = try await password() + call.script.blob
    let clock = ActivityClock()
    let process = SSHProcess(
      arguments: connection.arguments(log: "\(run.folder.path)/\(log)") + [command],
      environment: run.environment(for: connection.name)
    ) { piece in
      clock.touch()
      if let own = self.take(piece) { onOutput(own) }
    }
    let status = try await call.deadlines.hold(host: session.host.label, clock: clock) {
      try await process.run { writer in
        _ = try await writer.write(beginning)
        try await feed(writer)
      }
    }
    return try checked(status, log: run.folder.text(of: log))
  }

  private var command: String {
    RemoteScript.command(
      length: call.script.blob.count, privilege: session.privilege, asRoot: call.asRoot)
  }

  private func password() async throws -> [UInt8] {
    guard call.asRoot, session.privilege == .sudoWithPassword,
      let source = session.host.sudoPassword ?? session.host.password
    else { return [] }
    return Array((try await source.secret() + "\n").utf8)
  }

  private func take(_ piece: RemoteOutput) -> RemoteOutput? {
    streams.withLock { streams in
      switch piece {
      case .output(let bytes):
        let own = streams.output.take(bytes)
        return own.isEmpty ? nil : .output(own)
      case .errors(let bytes):
        let own = streams.errors.take(bytes)
        return own.isEmpty ? nil : .errors(own)
      }
    }
  }

  /// 255 is `ssh`'s own; anything else without the mark comes from what should have started the script.
  private func checked(_ status: Int, log: String) throws(RemoteHostError) -> Int {
    let host = session.host.label
    if status == 255 {
      let words = log + connection.lastWords
      let failure = SSHFailure(
        host: host, log: words, declined: nil, connectTimeout: run.settings.connectTimeout)
      if processID == nil, !words.isEmpty { throw failure.error }
      throw .connectionLost(
        host: host, reason: words.isEmpty ? "the connection ended" : failure.reason)
    }
    guard processID == nil else { return status }
    let noise = streams.withLock { $0.errors.noise + $0.output.noise }
    let result = RemoteResult(exitCode: status, output: [], errors: noise)
    let reason = result.errorTail.replacing("mcctl:", with: "").replacing("\n", with: "; ")
    if call.asRoot, session.privilege != .root { throw .sudo(host: host, reason: reason) }
    throw .sshFailed(
      host: host,
      reason: reason.isEmpty ? "no command can be run there (exit status \(status))" : reason)
  }
}

/// Keeps what a script writes, up to a limit.
final class CollectedOutput: Sendable {
  private let limit: Int
  private let streams = Mutex((output: [UInt8](), errors: [UInt8](), isFull: false))

  init(limit: Int) {
    self.limit = limit
  }

  func take(_ piece: RemoteOutput) {
    streams.withLock { streams in
      switch piece {
      case .output(let bytes) where streams.output.count + bytes.count <= limit:
        streams.output += bytes
      case .errors(let bytes) where streams.errors.count + bytes.count <= limit:
        streams.errors += bytes
      default: streams.isFull = true
      }
    }
  }

  func result(_ exitCode: Int, host: String) throws(RemoteHostError) -> RemoteResult {
    let streams = streams.withLock { $0 }
    guard !streams.isFull else { throw .outputTooLong(host: host, limit: limit) }
    return RemoteResult(exitCode: exitCode, output: streams.output, errors: streams.errors)
  }
}
