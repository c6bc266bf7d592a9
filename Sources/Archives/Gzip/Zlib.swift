import CZlib

/// The system's zlib, loaded once.
enum Zlib {
  private static let failure: String? = {
    var reason = [CChar](repeating: 0, count: 256)
    guard !mcctl_zlib_load(&reason, reason.count) else { return nil }
    let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: text, as: UTF8.self)
  }()

  /// Throws when the library is not there.
  static func load() throws(ArchiveError) {
    if let failure { throw .noZlib(failure) }
  }
}
