extension UInt8 {
  /// Whether this is `0`…`9`.
  var isASCIIDigit: Bool {
    self &- UInt8(ascii: "0") < 10
  }

  /// Whether this is `a`…`z` or `A`…`Z`.
  var isASCIILetter: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  var hexDigitValue: UInt32? {
    if isASCIIDigit { return UInt32(self &- UInt8(ascii: "0")) }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
