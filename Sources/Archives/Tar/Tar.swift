/// tar archives (POSIX.1-1988 ustar) of files and directories, held in memory.
public enum Tar {
  /// What an archive may ask of this program before it is refused.
  public struct Limits: Sendable, Hashable {
    /// The most entries.
    public var entries: Int
    /// The most bytes of the archive.
    public var bytes: Int

    /// The limits of a small archive.
    public init(entries: Int = 256, bytes: Int = 32 << 20) {
      self.entries = entries
      self.bytes = bytes
    }
  }

  /// Writes an archive. The same entries give the same bytes.
  public static func archive(_ entries: [TarEntry]) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += try TarHeader.block(entry)
      bytes += entry.contents ?? []
      bytes += [UInt8](repeating: 0, count: padding(bytes.count))
    }
    return bytes + [UInt8](repeating: 0, count: 2 * TarHeader.blockSize)
  }

  /// Reads an archive, and takes only what cannot do harm when it is written out: files and
  /// directories, under names that stay inside, each once.
  public static func entries(
    _ bytes: [UInt8], limits: Limits = Limits()
  ) throws(ArchiveError) -> [TarEntry] {
    guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    var reader = TarReader(bytes)
    var entries: [TarEntry] = []
    var names: Set<String> = []
    while let entry = try reader.next() {
      guard entries.count < limits.entries else {
        throw .tooManyEntries(limit: limits.entries)
      }
      guard names.insert(entry.path).inserted else { throw .duplicateEntry(entry.path) }
      entries.append(entry)
    }
    return entries
  }

  /// The bytes up to the next block.
  static func padding(_ count: Int) -> Int {
    (TarHeader.blockSize - count % TarHeader.blockSize) % TarHeader.blockSize
  }
}
