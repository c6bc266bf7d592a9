import KubernetesClient
import Terminal

/// Files that flags name.
enum InputFile {
  /// The bytes of a file, which may be a pipe; throws an error that names flag, file and reason.
  static func read(_ path: String, flag: String) throws -> [UInt8] {
    do {
      return try FileContents.read(path)
    } catch {
      throw UserFacingError(
        .inputUnreadable, status: .failed, what: "the file named with \(flag) cannot be read",
        location: .file(path), why: error.description)
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(
    _ path: String, flag: String, orInputOf streams: Streams
  ) async throws -> [UInt8] {
    path == "-" ? try await streams.input.readAll() : try read(path, flag: flag)
  }
}
