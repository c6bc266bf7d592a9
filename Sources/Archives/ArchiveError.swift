/// Why an archive cannot be written, or is not read.
public enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// zlib could not be loaded; with the system's words.
  case noZlib(String)
  /// zlib gave up, for want of memory.
  case compressionFailed
  /// The bytes are not gzip, or were changed.
  case notGzip
  /// The bytes are not a tar archive, or were changed.
  case notTar(String)
  /// The end is missing.
  case truncated
  /// Something stands behind the end.
  case trailingBytes
  /// It holds more than may be read.
  case tooLarge(limit: Int)
  /// It holds more entries than may be read.
  case tooManyEntries(limit: Int)
  /// The entry's name leads out of the archive, or means another place than it seems to.
  case unsafeName(String)
  /// The entry is a link, a device or the like.
  case unsupportedEntry(name: String, kind: String)
  /// Two entries have the same name.
  case duplicateEntry(String)
  /// The name does not fit into the format.
  case nameTooLong(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .noZlib(let reason): "zlib cannot be loaded: \(reason)"
    case .compressionFailed: "zlib could not compress it"
    case .notGzip: "it is not a gzip file, or it was damaged"
    case .notTar(let reason): "it is not a tar archive, or it was damaged: \(reason)"
    case .truncated: "it is cut off: the end is missing"
    case .trailingBytes: "something stands behind its end"
    case .tooLarge(let limit): "it holds more than \(limit >> 20) MiB"
    case .tooManyEntries(let limit): "it holds more than \(limit) entries"
    case .unsafeName(let name): "it holds an entry with a name that leads elsewhere: \(name)"
    case .unsupportedEntry(let name, let kind):
      "it holds \(kind), \(name); only files and directories are taken"
    case .duplicateEntry(let name): "it holds \(name) twice"
    case .nameTooLong(let name): "the name \(name) is too long for a tar archive"
    }
  }
}
