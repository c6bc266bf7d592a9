import Documents
import Subprocess
import SystemPackage

/// One run of a credential plugin (client-go `plugin/pkg/client/auth/exec`).
struct PluginRun: Sendable {
  let plugin: CredentialPlugin
  /// What the plugin inherits.
  let environment: [String: String]
  /// Whether there is an operator to talk with.
  let isInteractive: Bool
  /// How long a plugin may take that talks with nobody.
  let timeout: Duration

  /// Bytes of output beyond which a plugin is not taken seriously.
  private static let longestOutput = 1 << 20

  /// Runs the plugin and reads what it answers.
  ///
  /// - Throws: ``CredentialError``, `CancellationError`.
  func credential() async throws -> PluginCredential {
    let talks = plugin.interactiveMode != .never && isInteractive
    if plugin.interactiveMode == .always, !isInteractive {
      throw CredentialError.pluginNeedsTerminal(command: plugin.command)
    }
    let outcome = try await (talks ? runTalking() : runQuietly())
    guard outcome.status.isSuccess else {
      throw CredentialError.pluginFailed(
        command: plugin.command, status: outcome.status.words,
        output: Redaction.masked(outcome.errors).lastLines(20))
    }
    return try PluginAnswer(plugin).credential(outcome.output)
  }

  private struct Outcome: Sendable {
    var status: TerminationStatus
    var output: String
    var errors: String
  }

  /// Lets the plugin talk with the operator, however long that takes.
  private func runTalking() async throws -> Outcome {
    try await reportingStartFailures {
      let result = try await run(
        executable, arguments: Arguments(plugin.arguments), environment: completeEnvironment(true),
        input: .currentStandardInput, output: .string(limit: Self.longestOutput),
        error: .currentStandardError)
      return Outcome(
        status: result.terminationStatus, output: result.standardOutput, errors: "")
    }
  }

  /// Runs the plugin by itself, in a process group of its own so that it ends with all it started.
  private func runQuietly() async throws -> Outcome {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(300)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100)),
    ]
    let platformOptions = options
    return try await withTimeout {
      try await reportingStartFailures {
        let result = try await run(
          executable, arguments: Arguments(plugin.arguments),
          environment: completeEnvironment(false), platformOptions: platformOptions, input: .none,
          output: .string(limit: Self.longestOutput), error: .string(limit: Self.longestOutput))
        return Outcome(
          status: result.terminationStatus, output: result.standardOutput,
          errors: result.standardError)
      }
    }
  }

  private func withTimeout(
    _ body: @escaping @Sendable () async throws -> Outcome
  ) async throws -> Outcome {
    try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let outcome = first else {
        throw CredentialError.pluginTimedOut(command: plugin.command, after: timeout)
      }
      return outcome
    }
  }

  private func reportingStartFailures(
    _ body: () async throws -> Outcome
  ) async throws -> Outcome {
    do {
      let outcome = try await body()
      try Task.checkCancellation()
      return outcome
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      switch error.code {
      case .executableNotFound:
        throw CredentialError.pluginNotFound(
          command: plugin.command, installHint: plugin.installHint)
      case .outputLimitExceeded:
        throw CredentialError.pluginAnswer(
          command: plugin.command, reason: "it wrote more than \(Self.longestOutput) bytes")
      default:
        throw CredentialError.pluginNotStarted(command: plugin.command, reason: "\(error)")
      }
    }
  }

  private var executable: Executable {
    plugin.command.contains("/") ? .path(FilePath(plugin.command)) : .name(plugin.command)
  }

  /// The inherited environment, the plugin's own variables, and what it is asked for.
  private func completeEnvironment(_ interactive: Bool) -> Environment {
    var variables = environment
    for variable in plugin.environment { variables[variable.name] = variable.value.revealed }
    variables["KUBERNETES_EXEC_INFO"] = PluginAnswer(plugin).question(interactive: interactive)
    return .custom(
      Dictionary(
        uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) }))
  }
}

extension TerminationStatus {
  /// How the program ended, in words.
  fileprivate var words: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .signaled(let signal): "signal \(signal)"
    }
  }
}

extension String {
  /// The end of a text that may be long.
  fileprivate func lastLines(_ count: Int) -> String {
    split(whereSeparator: \.isNewline).suffix(count).joined(separator: "\n")
  }
}
