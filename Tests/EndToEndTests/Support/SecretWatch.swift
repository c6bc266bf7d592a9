import Foundation

/// Looks for texts that nobody may see, in whatever a program leaves behind and in the command lines
/// of all processes while it runs.
struct SecretWatch: Sendable {
  /// What must not be seen, by what it is called in a failure.
  let secrets: [String: String]

  /// The names of the secrets that stand in a text, in plain or as base64.
  func found(in text: String) -> [String] {
    secrets.filter { _, secret in
      text.contains(secret) || text.contains(Self.base64Core(of: secret))
    }.map(\.key).sorted()
  }

  /// Runs something and looks at the command lines of all processes meanwhile.
  ///
  /// - Returns: what it returned, and which secrets stood in which command lines.
  func whileWatchingProcesses<Result: Sendable>(
    _ body: @Sendable () async throws -> Result
  ) async throws -> (Result, Set<String>) {
    let watcher = Task {
      var seen: Set<String> = []
      while !Task.isCancelled {
        for (line, names) in commandLines() where !names.isEmpty {
          seen.insert("\(names): \(line)")
        }
        try? await Task.sleep(for: .milliseconds(5))
      }
      return seen
    }
    defer { watcher.cancel() }
    let result = try await body()
    watcher.cancel()
    return (result, await watcher.value)
  }

  private func commandLines() -> [(String, [String])] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { $0.allSatisfy(\.isNumber) }.compactMap { process in
      guard let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else {
        return nil
      }
      let line = String(decoding: data, as: UTF8.self).replacing("\0", with: " ")
      return (line, found(in: line))
    }
  }

  /// The base64 of a secret, without its end, which depends on what follows.
  private static func base64Core(of secret: String) -> String {
    String(Data(secret.utf8).base64EncodedString().dropLast(4))
  }
}
