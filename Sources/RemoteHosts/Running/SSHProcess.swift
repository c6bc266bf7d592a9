import Subprocess
import SystemPackage

/// One run of the program `ssh`.
struct SSHProcess: Sendable {
  /// Feeds standard input; ends when all is written.
  typealias Feed = @Sendable (StandardInputWriter) async throws -> Void

  private enum Part {
    case feeding, reading
  }

  let arguments: [String]
  let environment: [String: String]
  /// Gets what the process writes; one call at a time for each stream.
  let onOutput: @Sendable (RemoteOutput) -> Void

  /// Runs it to its end. Cancelling ends the process.
  ///
  /// - Returns: the exit status.
  func run(feed: @escaping Feed) async throws -> Int {
    var options = PlatformOptions()
    // A session of its own: no terminal to ask on, and Ctrl-C goes to mcctl alone.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, allowedDurationToNextStep: .milliseconds(200)),
      .send(signal: .kill, allowedDurationToNextStep: .milliseconds(100)),
    ]
    let variables = Environment.custom(
      Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
    )
    do {
      let result = try await Subprocess.run(
        .name("ssh"), arguments: Arguments(arguments), environment: variables,
        platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        try await withThrowingTaskGroup(of: Part.self) { group in
          group.addTask {
            // When the host stops reading, its exit status says why.
            do { try await feed(execution.standardInputWriter) } catch is SubprocessError {}
            try? await execution.standardInputWriter.finish()
            return .feeding
          }
          group.addTask {
            for try await piece in execution.standardOutput { onOutput(.output(piece.copied)) }
            return .reading
          }
          group.addTask {
            for try await piece in execution.standardError { onOutput(.errors(piece.copied)) }
            return .reading
          }
          var read = 0
          while read < 2, let part = try await group.next() { read += part == .reading ? 1 : 0 }
          // It has closed both streams: nobody is there to be fed.
          group.cancelAll()
        }
      }
      try Task.checkCancellation()
      return switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled: 255
      }
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      if error.code == .executableNotFound { throw RemoteHostError.sshMissing }
      throw RemoteHostError.sshFailed(host: "", reason: "ssh cannot be run: \(error)")
    }
  }
}

extension SubprocessOutputSequence.Buffer {
  fileprivate var copied: [UInt8] { withUnsafeBytes { Array($0) } }
}
