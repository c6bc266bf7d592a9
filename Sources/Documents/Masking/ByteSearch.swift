extension UnsafeBufferPointer<UInt8> {
  /// Whether `word` stands at `start`.
  ///
  /// - Parameter ignoringCase: takes letters of either case for those of `word`, which is in lower case.
  func has(_ word: StaticString, at start: Int, ignoringCase: Bool = false) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = self[start + index]
      let wanted = word.utf8Start[index]
      guard byte == wanted || ignoringCase && byte.isASCIILetter && byte | 0x20 == wanted else {
        return false
      }
    }
    return true
  }

  /// Where `word` begins, looking at `start` and from there up to `end`.
  func firstIndex(of word: StaticString, from start: Int = 0, to end: Int? = nil) -> Int? {
    let last = (end ?? count) - word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    var index = start
    while index <= last {
      if self[index] == first, has(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Where the run of bytes that satisfy `condition` ends, from `start` on and not beyond `limit`.
  func end(from start: Int, limit: Int? = nil, while condition: (UInt8) -> Bool) -> Int {
    let limit = Swift.min(count, limit ?? count)
    var end = start
    while end < limit, condition(self[end]) { end += 1 }
    return end
  }

  /// The bytes of `range` as a buffer of their own.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }
}

extension UInt8 {
  /// Space, tab and line breaks.
  var isASCIISpace: Bool {
    self == 0x20 || self &- 0x09 < 5
  }

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

  /// The bytes of the names of settings, headers and environment variables.
  var isNameByte: Bool {
    isBase64URLByte || self == UInt8(ascii: ".")
  }

  /// The bytes of a bearer token (RFC 6750, section 2.1).
  var isTokenByte: Bool {
    isBase64Byte || isNameByte || self == UInt8(ascii: "~")
  }

  /// Lower case letters and digits: what bootstrap tokens are made of.
  var isBootstrapTokenByte: Bool {
    self &- UInt8(ascii: "a") < 26 || isASCIIDigit
  }

  /// Single and double quotes.
  var isQuote: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'")
  }
}
