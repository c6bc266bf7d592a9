import FoundationEssentials
import Synchronization
import Terminal

/// What sealer says, kept on this machine: a file of mode 0600 without credentials.
final class LocalTranscript: Sendable {
  /// The file.
  let path: String
  private let file = Mutex<FileSink?>(nil)

  init(path: String) { self.path = path }

  /// The file that a flag names, or the standard one.
  convenience init(_ path: String?, _ name: String, _ environment: [String: String]) {
    self.init(path: path ?? Self.standard(name, environment))
  }

  /// The file where nobody names another: in the state folder of the XDG base directories.
  private static func standard(_ name: String, _ environment: [String: String]) -> String {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "\(environment["HOME"] ?? "/tmp")/.local/state"
    return "\(state)/mcctl/\(name).log"
  }

  /// Adds a line. The file is made with the first one; that it cannot be made stops nothing, since the machine keeps
  /// the same.
  func add(_ line: String) {
    file.withLock { file in
      if file == nil { file = open() }
      try? file?.write(Array("\(line)\n".utf8))
    }
  }

  private func open() -> FileSink? {
    let manager = FileManager.default
    if let slash = path.lastIndex(of: "/") {
      try? manager.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    _ = manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    return try? FileSink(path: path)
  }
}
