/// The block in front of an entry (POSIX.1-1988 ustar).
enum TarHeader {
  static let blockSize = 512

  /// Every entry's time: 1980-01-01, so that the same input gives the same bytes and no tar finds it
  /// implausibly old.
  private static let time: UInt64 = 315_532_800

  /// Where a field stands.
  enum Field {
    static let name = 0..<100
    static let mode = 100..<108
    static let owner = 108..<116
    static let group = 116..<124
    static let size = 124..<136
    static let time = 136..<148
    static let checksum = 148..<156
    static let kind = 156
    static let magic = 257..<265
    static let prefix = 345..<500
  }

  /// `ustar`, a zero byte, and version 00.
  private static let magic = Array("ustar\u{0}00".utf8)

  /// The block of an entry. It belongs to user and group 0.
  static func block(_ entry: TarEntry) throws(ArchiveError) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: blockSize)
    let name = Array((entry.isDirectory ? entry.path + "/" : entry.path).utf8)
    guard name.count <= Field.name.count else { throw .nameTooLong(entry.path) }
    block.replaceSubrange(0..<name.count, with: name)
    put(UInt64(entry.permissions), in: Field.mode, of: &block)
    put(0, in: Field.owner, of: &block)
    put(0, in: Field.group, of: &block)
    put(UInt64(entry.contents?.count ?? 0), in: Field.size, of: &block)
    put(time, in: Field.time, of: &block)
    block[Field.kind] = UInt8(ascii: entry.isDirectory ? "5" : "0")
    block.replaceSubrange(Field.magic, with: magic)
    let digits = octal(checksum(of: block), digits: 6)
    block.replaceSubrange(Field.checksum, with: digits + [0, UInt8(ascii: " ")])
    return block
  }

  /// The sum of the block's bytes, those of the checksum itself taken as spaces.
  static func checksum(of block: some Collection<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    for (index, byte) in block.enumerated() {
      sum += UInt64(Field.checksum.contains(index) ? UInt8(ascii: " ") : byte)
    }
    return sum
  }

  private static func put(_ number: UInt64, in field: Range<Int>, of block: inout [UInt8]) {
    block.replaceSubrange(field, with: octal(number, digits: field.count - 1) + [0])
  }

  private static func octal(_ number: UInt64, digits: Int) -> [UInt8] {
    (0..<digits).reversed().map { UInt8(ascii: "0") + UInt8(number >> UInt64($0 * 3) & 7) }
  }
}
