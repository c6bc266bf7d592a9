import Foundation

/// The real kubectl, as people use it.
struct Kubectl: Sendable {
  /// What a command came to.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where kubectl is; nil when it is not on PATH.
  static let path: String? = {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return directories.map { "\($0)/kubectl" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  let kubeconfig: URL
  /// Where kubectl keeps what it learned of servers.
  let home: URL

  /// Runs a command to its end and returns what it wrote.
  ///
  /// - Parameter input: standard input.
  func callAsFunction(_ arguments: String..., input: String = "") async throws -> Outcome {
    try await run(arguments, input: input)
  }

  /// Runs a command to its end and returns what it wrote.
  func run(_ arguments: [String], input: String = "") async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Self.path ?? "/nowhere/kubectl")
    process.arguments = arguments
    process.environment = [
      "KUBECONFIG": kubeconfig.path(), "HOME": home.path(),
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    let files = try ["in", "out", "err"].map { name in
      let file = home.appending(path: "\(UUID().uuidString).\(name)")
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    let (ended, end) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    for await _ in ended {}
    func text(_ file: URL) throws -> String {
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }
}
