/// A request's body on its way out.
struct TransferUpload {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Copies as much as there is and fits; 0 at the end.
  mutating func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, bytes.count - position)
    room.copyBytes(from: bytes[position..<(position + count)])
    position += count
    return count
  }

  /// Goes back to `offset`; false when that is not within the body.
  mutating func rewind(to offset: Int) -> Bool {
    guard (0...bytes.count).contains(offset) else { return false }
    position = offset
    return true
  }
}
