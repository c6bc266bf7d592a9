/// Why and at which byte JSON text cannot be read.
struct JSONFailure: Error {
  /// What is wrong.
  enum Reason {
    case unexpectedEnd
    case unexpected(UInt8, wanted: String)
    case trailingText
    case invalidNumber
    case invalidEscape
    case controlCharacter(UInt8)
    case invalidUTF8
    case duplicateKey(String)
    case tooDeep(Int)
    case tooManyNodes(Int)
  }

  var reason: Reason
  var offset: Int
}

extension JSONFailure.Reason {
  /// The reason in words.
  var text: String {
    switch self {
    case .unexpectedEnd: "the JSON text ends too early"
    case .unexpected(let byte, let wanted): "found \(Self.name(of: byte)) where \(wanted) should be"
    case .trailingText: "text after the end of the JSON value"
    case .invalidNumber: "not a valid JSON number"
    case .invalidEscape: "not a valid escape sequence in a string"
    case .controlCharacter(let byte): "\(Self.name(of: byte)) must be escaped in a string"
    case .invalidUTF8: "not valid UTF-8"
    case .duplicateKey(let key): "duplicate key \(JSON.text(.string(key)))"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .tooManyNodes(let limit): "more than \(limit) values"
    }
  }

  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "\"\(Character(UnicodeScalar(byte)))\""
    case UInt8(ascii: "\n"): "the end of the line"
    case UInt8(ascii: " "): "a space"
    default: "the byte 0x\(String(byte, radix: 16))"
    }
  }
}
