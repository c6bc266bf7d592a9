/// One file or directory of an archive.
public struct TarEntry: Sendable, Hashable {
  /// The path within the archive, with slashes, without one at either end.
  public var path: String
  /// The permission bits.
  public var permissions: UInt16
  /// What is in the file; nil for a directory.
  public var contents: [UInt8]?

  /// True for a directory.
  public var isDirectory: Bool { contents == nil }

  /// A file.
  public static func file(_ path: String, permissions: UInt16, _ contents: [UInt8]) -> TarEntry {
    TarEntry(path: path, permissions: permissions, contents: contents)
  }

  /// A directory.
  public static func directory(_ path: String, permissions: UInt16) -> TarEntry {
    TarEntry(path: path, permissions: permissions, contents: nil)
  }
}
