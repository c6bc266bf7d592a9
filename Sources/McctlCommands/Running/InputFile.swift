import FoundationEssentials
import Terminal

/// Files that flags name.
enum InputFile {
  /// The bytes of a file; throws an error that names flag, file and reason.
  static func read(_ path: String, flag: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch let error as CocoaError {
      throw unreadable(path, flag: flag, reason: reason(error))
    } catch {
      throw unreadable(path, flag: flag, reason: "it cannot be read")
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(
    _ path: String, flag: String, orInputOf streams: Streams
  ) async throws -> [UInt8] {
    path == "-" ? try await streams.input.readAll() : try read(path, flag: flag)
  }

  private static func unreadable(_ path: String, flag: String, reason: String) -> UserFacingError {
    UserFacingError(
      .inputUnreadable, status: .failed, what: "the file named with \(flag) cannot be read",
      location: .file(path), why: reason)
  }

  private static func reason(_ error: CocoaError) -> String {
    switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "no such file"
    case .fileReadNoPermission: "permission denied"
    default: "it cannot be read"
    }
  }
}
