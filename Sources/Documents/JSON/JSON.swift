/// JSON (RFC 8259) in and out.
public enum JSON {
  /// What to do about an object that names a member twice.
  public enum DuplicateKeys: Sendable, Hashable {
    /// Takes the last one, as API servers and Go's decoder do. For answers of servers.
    case lastWins
    /// Refuses the document. For files that people write.
    case refused
  }

  /// Reads one document of UTF-8 text.
  ///
  /// - Throws: `DocumentError` with line and column for anything that RFC 8259 does not allow,
  ///   invalid UTF-8, and what exceeds `limits`.
  public static func decode(
    _ bytes: [UInt8], limits: Limits = .standard, duplicateKeys: DuplicateKeys = .lastWins,
    source: String? = nil
  ) throws(DocumentError) -> Value {
    try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in
      try decode(buffer, limits: limits, duplicateKeys: duplicateKeys, source: source)
    }
  }

  /// Reads one document.
  ///
  /// - Throws: as the form for bytes.
  public static func decode(
    _ text: String, limits: Limits = .standard, duplicateKeys: DuplicateKeys = .lastWins,
    source: String? = nil
  ) throws(DocumentError) -> Value {
    try decode(Array(text.utf8), limits: limits, duplicateKeys: duplicateKeys, source: source)
  }

  /// Writes the value as compact UTF-8 text.
  public static func encode(_ value: Value) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  /// Writes the value as text: on one line, or `pretty` with two spaces of indentation.
  public static func text(
    _ value: Value, pretty: Bool = false, sortedKeys: Bool = false
  ) -> String {
    var writer = JSONWriter(isPretty: pretty, sortsKeys: sortedKeys)
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads one document from bytes in memory.
  static func decode(
    _ buffer: UnsafeBufferPointer<UInt8>, limits: Limits,
    duplicateKeys: DuplicateKeys = .lastWins, source: String? = nil
  ) throws(DocumentError) -> Value {
    guard buffer.count <= limits.maxBytes else {
      throw DocumentError("larger than \(limits.maxBytes) bytes", source: source)
    }
    var parser = JSONParser(
      buffer, limits: limits, refusesDuplicateKeys: duplicateKeys == .refused)
    do {
      return try parser.parseDocument()
    } catch {
      let (line, column) = position(of: error.offset, in: buffer)
      throw DocumentError(error.reason.text, source: source, line: line, column: column)
    }
  }

  /// Line and column (in Unicode scalars), both from 1, of the byte at `offset`.
  private static func position(
    of offset: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in buffer.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
