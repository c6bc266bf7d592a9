/// Searches a text for secrets, from left to right in one pass over its bytes.
struct TextMasker {
  let bytes: [UInt8]
  /// The next byte to look at.
  var position = 0
  private var output: [UInt8] = []
  private let isEncodedSecret: ([UInt8]) -> Bool

  /// The text with its secrets masked.
  ///
  /// - Parameter isEncodedSecret: whether a run of base64 hides a secret.
  static func masked(_ text: String, isEncodedSecret: ([UInt8]) -> Bool) -> String {
    withoutActuallyEscaping(isEncodedSecret) { isEncodedSecret in
      var masker = TextMasker(bytes: Array(text.utf8), isEncodedSecret: isEncodedSecret)
      return masker.run() ?? text
    }
  }

  private init(bytes: [UInt8], isEncodedSecret: @escaping ([UInt8]) -> Bool) {
    self.bytes = bytes
    self.isEncodedSecret = isEncodedSecret
  }

  /// The masked text; nil when there is nothing to mask.
  private mutating func run() -> String? {
    var copied = 0
    var wordStart = true
    while position < bytes.count {
      let byte = bytes[position]
      let secret = wordStart || byte == UInt8(ascii: ":") ? findSecret(from: byte) : nil
      if let secret {
        output.append(contentsOf: bytes[copied..<secret.lowerBound])
        output.append(contentsOf: Masking.mask.utf8)
        copied = secret.upperBound
        position = secret.upperBound
        wordStart = true
      } else {
        position += 1
        wordStart = !byte.isWordByte
      }
    }
    guard copied > 0 else { return nil }
    output.append(contentsOf: bytes[copied...])
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes to mask when something that begins at `position` is or names a secret.
  private func findSecret(from byte: UInt8) -> Range<Int>? {
    switch byte {
    case UInt8(ascii: "-"):
      return privateKey()
    case UInt8(ascii: ":"):
      return passwordInURL()
    case _ where byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_"):
      return webToken() ?? prefixedToken() ?? bootstrapToken() ?? encodedSecret()
        ?? authorization() ?? namedSecret()
    default:
      return nil
    }
  }

  private func encodedSecret() -> Range<Int>? {
    let end = end(of: \.isBase64Byte, from: position)
    guard end - position >= 40, isEncodedSecret(Array(bytes[position..<end])) else { return nil }
    return position..<end
  }
}

extension TextMasker {
  /// Where the run of bytes that satisfy `condition` ends, from `start` on.
  func end(of condition: (UInt8) -> Bool, from start: Int) -> Int {
    var end = start
    while end < bytes.count, condition(bytes[end]) { end += 1 }
    return end
  }

  /// Whether `text` stands at `start`; letters of either case when it is given in lower case.
  func matches(_ text: StaticString, at start: Int, ignoringCase: Bool = false) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[start + index]
      let wanted = text.utf8Start[index]
      guard byte == wanted || ignoringCase && byte.isASCIILetter && byte | 0x20 == wanted else {
        return false
      }
    }
    return true
  }

  /// Where `text` begins, looking from `start` up to `end`.
  func firstIndex(of text: StaticString, from start: Int, to end: Int) -> Int? {
    var index = start
    while index + text.utf8CodeUnitCount <= end {
      if bytes[index] == text.utf8Start[0], matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Letters, digits and `_`: what a word is made of.
  var isWordByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_")
  }

  /// The bytes of base64, padding included.
  var isBase64Byte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "=")
  }

  /// The bytes of base64 for URLs, without padding (RFC 4648, section 5).
  var isBase64URLByte: Bool {
    isWordByte || self == UInt8(ascii: "-")
  }

  /// The bytes of a bearer token (RFC 6750, section 2.1).
  var isTokenByte: Bool {
    isBase64Byte || isBase64URLByte || self == UInt8(ascii: ".") || self == UInt8(ascii: "~")
  }

  /// Lower case letters and digits: what bootstrap tokens are made of.
  var isBootstrapTokenByte: Bool {
    self &- UInt8(ascii: "a") < 26 || isASCIIDigit
  }
}
