/// The long keys seen lately. Every object of a list has the same keys, and sharing their storage
/// saves an allocation for each.
struct KeyCache {
  private var slots: [String] = []

  /// The key of these ASCII bytes.
  mutating func key(for bytes: UnsafeBufferPointer<UInt8>) -> String {
    if slots.isEmpty { slots = Array(repeating: "", count: 256) }
    let slot = Self.slot(of: bytes)
    if slots[slot].equals(bytes) { return slots[slot] }
    let key = String(decoding: bytes, as: UTF8.self)
    slots[slot] = key
    return key
  }

  /// A hash of the length and a few bytes at either end, where keys differ most.
  private static func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = bytes.count
    for position in 0..<4 {
      hash = hash &* 31 &+ Int(bytes[position])
      hash = hash &* 31 &+ Int(bytes[bytes.count - 1 - position])
    }
    return hash & 0xFF
  }
}

extension String {
  fileprivate func equals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count == bytes.count else { return false }
    return utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) }
      ?? utf8.elementsEqual(bytes)
  }
}
