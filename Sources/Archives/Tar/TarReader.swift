/// Goes through an archive entry by entry.
struct TarReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next entry; nil at the end.
  mutating func next() throws(ArchiveError) -> TarEntry? {
    let block = try take(TarHeader.blockSize)
    if block.allSatisfy({ $0 == 0 }) {
      try checkEnd()
      return nil
    }
    let header = Array(block)
    guard number(header[TarHeader.Field.checksum]) == TarHeader.checksum(of: header) else {
      throw .notTar("a header's checksum is wrong")
    }
    let name = self.name(header)
    let path = try Self.checked(name)
    let permissions = UInt16(
      truncatingIfNeeded: (number(header[TarHeader.Field.mode]) ?? 0) & 0o777)
    guard let size = number(header[TarHeader.Field.size]), size <= UInt64(bytes.count) else {
      throw .truncated
    }
    switch header[TarHeader.Field.kind] {
    case UInt8(ascii: "0"), 0:
      let contents = Array(try take(Int(size)))
      _ = try take(Tar.padding(Int(size)))
      return .file(path, permissions: permissions, contents)
    case UInt8(ascii: "5") where size == 0:
      return .directory(path, permissions: permissions)
    case let kind:
      throw .unsupportedEntry(name: name, kind: Self.spoken(kind))
    }
  }

  private mutating func take(_ count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
    guard bytes.count - position >= count else { throw .truncated }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  /// Behind the end stand zero blocks, as many as the writer's record needed.
  private func checkEnd() throws(ArchiveError) {
    guard bytes[position...].allSatisfy({ $0 == 0 }) else { throw .trailingBytes }
  }

  private func name(_ header: [UInt8]) -> String {
    let name = Self.text(header[TarHeader.Field.name])
    let prefix = Self.text(header[TarHeader.Field.prefix])
    let isPOSIX = header[TarHeader.Field.magic].starts(with: Array("ustar\u{0}".utf8))
    return isPOSIX && !prefix.isEmpty ? "\(prefix)/\(name)" : name
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func number(_ field: ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    let space = UInt8(ascii: " ")
    let digits = field.drop { $0 == space }.prefix { $0 != 0 && $0 != space }
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
      number = number << 3 | UInt64(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// The name without a leading `./` and a slash at the end; throws when any part of it is not plain.
  private static func checked(_ name: String) throws(ArchiveError) -> String {
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, parts.first == "." { parts.removeFirst() }
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    let isPlain = parts.allSatisfy { part in
      part != "" && part != "." && part != ".."
        && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7f}" && $0 != "\\" }
    }
    guard isPlain || name == "./" else { throw .unsafeName(name.debugDescription) }
    return parts.joined(separator: "/")
  }

  private static func spoken(_ kind: UInt8) -> String {
    switch kind {
    case UInt8(ascii: "1"): "a hard link"
    case UInt8(ascii: "2"): "a symbolic link"
    case UInt8(ascii: "3"), UInt8(ascii: "4"): "a device"
    case UInt8(ascii: "6"): "a named pipe"
    case UInt8(ascii: "x"), UInt8(ascii: "g"): "an extended header"
    default: "an entry of kind \(kind)"
    }
  }
}
