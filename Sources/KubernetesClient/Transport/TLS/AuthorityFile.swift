import CCurl
import Synchronization

/// Authorities as a path, for a libcurl (before 7.77) that does not take them from memory.
enum AuthorityFile {
  /// Open for as long as the process lives: libcurl tells kept connections apart by the path, so a path must
  /// never come to mean other authorities.
  private static let descriptors = Mutex<[[UInt8]: Int32]>([:])

  /// The path of a file in memory that holds `pem`; nil where the system has none.
  static func path(holding pem: [UInt8]) -> String? {
    descriptors.withLock { descriptors in
      if let known = descriptors[pem] { return path(known) }
      let descriptor = mcctl_memory_file(pem, pem.count)
      guard descriptor >= 0 else { return nil }
      descriptors[pem] = descriptor
      return path(descriptor)
    }
  }

  private static func path(_ descriptor: Int32) -> String {
    "/proc/self/fd/\(descriptor)"
  }
}
