import Subprocess

/// The one connection to a host that all commands share (`ControlMaster`). It is made when it is needed, and made anew
/// when it was lost.
actor MasterConnection {
  let host: RemoteHost
  /// The connection's name in the private folder.
  nonisolated let name: String
  private let run: SSHRun
  private let via: MasterConnection?
  private let clock = ActivityClock()
  private var pending: Task<Void, any Error>?
  private var declined: AskpassPrompt?
  private var answerFailure: (any Error)?

  init(_ host: RemoteHost, name: String, via: MasterConnection?, run: SSHRun) {
    self.host = host
    self.name = name
    self.via = via
    self.run = run
  }

  /// Connects and logs in, unless that is done.
  func ensure() async throws {
    try await via?.ensure()
    while !run.folder.has(socketName) {
      let task = pending ?? Task { try await connect() }
      pending = task
      do {
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
        pending = nil
        return
      } catch is CancellationError {
        // It may have been another one's wish to stop.
        pending = nil
        try Task.checkCancellation()
      } catch {
        pending = nil
        throw error
      }
    }
  }

  /// The words that come before a command for the host.
  nonisolated func arguments(log: String) -> [String] {
    ["-F", "\(run.folder.path)/\(configurationName)", "-E", log, "--", host.address]
  }

  /// Ends the connection.
  func end() async {
    guard run.folder.has(socketName) else { return }
    let words = ["-O", "exit"] + arguments(log: "/dev/null")
    _ = try? await Deadlines(total: .seconds(1)).hold(host: host.label, clock: ActivityClock()) {
      [run, name] in
      try await Self.finished(words, run.environment(for: name))
    }
  }

  /// What the connection's own process had to say when it ended.
  nonisolated var lastWords: String { run.folder.text(of: logName) }

  private nonisolated var socketName: String { "\(name).sock" }
  private nonisolated var logName: String { "\(name).log" }
  private nonisolated var viaLogName: String { "\(name).via" }
  private nonisolated var configurationName: String { "\(name).conf" }

  private func connect() async throws {
    declined = nil
    answerFailure = nil
    for log in [logName, viaLogName] { run.folder.remove(log) }
    try run.folder.write(configuration.text, to: configurationName)
    run.askpass.answer(for: name) { [weak self] prompt in await self?.answer(prompt) }
    clock.touch()
    let words = ["-M", "-N", "-f"] + arguments(log: "\(run.folder.path)/\(logName)")
    let environment = run.environment(for: name)
    // ssh's own limit covers the way to the host; a host that accepts and then says nothing needs this one.
    let limit = run.settings.connectTimeout * 2
    let status = try await Deadlines(idle: limit).hold(
      host: host.label, clock: clock, idlePhase: .connecting
    ) { try await Self.finished(words, environment) }
    guard status != 0 else { return }
    if let answerFailure { throw answerFailure }
    throw SSHFailure(
      host: host.label, log: run.folder.text(of: viaLogName) + run.folder.text(of: logName),
      declined: declined, connectTimeout: run.settings.connectTimeout
    ).error
  }

  private var configuration: SSHConfigurationFile {
    SSHConfigurationFile(
      host: host, settings: run.settings, controlPath: "\(run.folder.path)/\(socketName)",
      proxyCommand: via.map { via in
        // The variable is set, so that a question of this ssh is never answered with the secret of another host.
        let words =
          ["env", "\(Askpass.hostVariable)=\(via.name)", "ssh"]
          + via.arguments(log: "\(run.folder.path)/\(viaLogName)").dropLast(2)
        return words.map { $0.shellQuoted.replacing("%", with: "%%") }.joined(separator: " ")
          + " -W '[%h]:%p' -- \(via.host.address.replacing("%", with: "%%"))"
      })
  }

  private func answer(_ prompt: AskpassPrompt) async -> String? {
    // A person may take long to answer.
    clock.pause()
    defer { clock.resume() }
    do {
      switch prompt {
      case .hostKey(let keyType, let fingerprint):
        let trusted = try await trusts(keyType, fingerprint)
        if !trusted { declined = prompt }
        return trusted ? "yes" : "no"
      case .passphrase: return try await host.keyPassphrase?.secret()
      case .password: return try await host.password?.secret()
      case .notice: return nil
      }
    } catch {
      answerFailure = error
      return nil
    }
  }

  private func trusts(_ keyType: String, _ fingerprint: String) async throws -> Bool {
    guard host.fingerprints.isEmpty else { return host.fingerprints.contains(fingerprint) }
    return try await run.trusts(
      HostKeyQuestion(host: host.label, keyType: keyType, fingerprint: fingerprint))
  }

  /// Runs `ssh` without reading from it: what it leaves in the background may keep its streams.
  private static func finished(
    _ arguments: [String], _ environment: [String: String]
  ) async throws -> Int {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, allowedDurationToNextStep: .milliseconds(200)),
      .send(signal: .kill, allowedDurationToNextStep: .milliseconds(100)),
    ]
    do {
      let result = try await Subprocess.run(
        .name("ssh"), arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
        platformOptions: options, input: .none, output: .discarded, error: .discarded)
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
