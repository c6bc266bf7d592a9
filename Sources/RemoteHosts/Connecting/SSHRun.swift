import Synchronization

/// What all connections of one run share: settings, the private folder, and who answers `ssh`'s questions.
final class SSHRun: Sendable {
  let settings: SSHSettings
  let folder: PrivateFolder
  let askpass: AskpassServer
  private let counter = Atomic<Int>(0)
  private let questions = QuestionQueue()

  init(_ settings: SSHSettings) throws(RemoteHostError) {
    self.settings = settings
    folder = try PrivateFolder(in: settings.temporaryFolder)
    do {
      try folder.link(Askpass.programName, to: settings.askpassProgram)
      askpass = try AskpassServer(folder: folder.path)
    } catch {
      folder.removeAll()
      throw error
    }
  }

  /// A number for the name of a file.
  func nextNumber() -> Int {
    counter.add(1, ordering: .relaxed).newValue
  }

  /// The environment of an `ssh` that works for a connection.
  func environment(for connection: String) -> [String: String] {
    var variables = settings.environment
    variables["LC_ALL"] = "C"
    variables["SSH_ASKPASS"] = "\(folder.path)/\(Askpass.programName)"
    variables["SSH_ASKPASS_REQUIRE"] = "force"
    // Before OpenSSH 8.4 the program is only asked when there seems to be a display.
    variables["DISPLAY"] = variables["DISPLAY"] ?? ":0"
    variables[Askpass.hostVariable] = connection
    return variables
  }

  /// Whether to trust a key that is not known; one question at a time.
  func trusts(_ question: HostKeyQuestion) async throws -> Bool {
    switch settings.firstContact {
    case .refuse: false
    case .ask(let ask): try await questions.answer { try await ask(question) }
    }
  }

  /// Nothing is left after it.
  func end() {
    askpass.stop()
    folder.removeAll()
  }
}

/// Asks one question after the other.
private actor QuestionQueue {
  private var last: Task<Bool, any Error>?

  func answer(_ ask: @escaping @Sendable () async throws -> Bool) async throws -> Bool {
    let before = last
    let task = Task {
      _ = await before?.result
      return try await ask()
    }
    last = task
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
