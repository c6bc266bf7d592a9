import Documents
public import Foundation
import Synchronization

/// A file with one JSON line for every answered request: time, server, user, method, path with its
/// query, status, user agent.
public final class RequestLog: Sendable {
  private let handle: Mutex<FileHandle>

  /// Opens the file, adding to what is in it.
  ///
  /// - Throws: what the file system says when it cannot be written.
  public init(file: URL) throws {
    let descriptor = open(file.path(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    handle = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
  }

  func record(_ request: APIRequest, server: String, user: String, status: Int) {
    let entry: Value = [
      "time": .string(
        Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
      "server": .string(server), "user": .string(user), "method": .string(request.method),
      "path": .string(request.target), "status": .integer(status),
      "userAgent": .string(request.userAgent),
    ]
    var line = JSON.encode(entry)
    line.append(UInt8(ascii: "\n"))
    handle.withLock { handle in
      // A log that cannot be written must not make requests fail.
      try? handle.write(contentsOf: Data(line))
    }
  }
}
