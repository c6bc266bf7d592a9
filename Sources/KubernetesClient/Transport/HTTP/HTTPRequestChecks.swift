extension HTTPRequest {
  /// Refuses fields that would break out of their line.
  ///
  /// - Throws: ``TransportError/invalidHeader(name:)`` for names and values RFC 9110, section 5, does not allow.
  func checkHeaders() throws(TransportError) {
    for field in headers.fields {
      let isNameValid = !field.name.isEmpty && field.name.utf8.allSatisfy(Self.isTokenByte)
      let isValueValid = field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
      guard isNameValid, isValueValid else { throw .invalidHeader(name: field.name) }
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
