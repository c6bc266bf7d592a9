import Foundation

/// Files with secrets in them.
enum PrivateFile {
  /// Writes text to a file that its owner alone may read (0600), replacing it at once.
  static func write(_ text: String, to file: URL) throws {
    let temporary = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
    let descriptor = open(temporary.path(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.synchronize()
    try handle.close()
    guard rename(temporary.path(), file.path()) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }
}
