import CZlib

/// gzip (RFC 1952), by the system's zlib.
public enum Gzip {
  private static let pieceSize = 64 << 10

  /// Compresses bytes. The same bytes give the same result with the same zlib: the header carries
  /// neither name nor time.
  public static func compress(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8] {
    try Zlib.load()
    let capacity = mcctl_zlib_bound(bytes.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count =
        buffer.baseAddress.map { mcctl_zlib_compress(bytes, bytes.count, $0, capacity) } ?? 0
    }
    guard !compressed.isEmpty else { throw .compressionFailed }
    return compressed
  }

  /// Expands bytes that hold one gzip member and nothing else.
  ///
  /// - Parameter limit: the most bytes the result may have. No more than that is ever held, however
  ///   much the input claims to hold.
  public static func expand(_ bytes: [UInt8], limit: Int) throws(ArchiveError) -> [UInt8] {
    try Zlib.load()
    return try bytes.withUnsafeBufferPointer { input throws(ArchiveError) in
      guard let start = input.baseAddress, let expansion = mcctl_zlib_begin(start, input.count)
      else { throw input.isEmpty ? .truncated : .notGzip }
      defer { mcctl_zlib_finish(expansion) }
      return try expand(expansion, limit: limit)
    }
  }

  private static func expand(
    _ expansion: OpaquePointer, limit: Int
  ) throws(ArchiveError) -> [UInt8] {
    var result: [UInt8] = []
    while true {
      var state = mcctl_zlib_more
      result += [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        state = mcctl_zlib_step(expansion, buffer.baseAddress, buffer.count, &count)
      }
      guard result.count <= limit else { throw .tooLarge(limit: limit) }
      switch state {
      case mcctl_zlib_more: continue
      case mcctl_zlib_end where mcctl_zlib_rest(expansion) == 0: return result
      case mcctl_zlib_end: throw .trailingBytes
      case mcctl_zlib_truncated: throw .truncated
      default: throw .notGzip
      }
    }
  }

  /// Whether bytes begin as gzip does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1f, 0x8b])
  }
}
