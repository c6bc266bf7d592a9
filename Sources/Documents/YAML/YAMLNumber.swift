/// Reads the numbers of YAML 1.1 as goyaml.v2 does, with Go's strconv: an optional sign, then a whole
/// number in base 2 (`0b`), 8 (`0` or `0o`), 10 or 16 (`0x`) with `_` allowed anywhere, or a decimal.
enum YAMLNumber {
  /// The number that `text`, which begins with a sign or a digit, spells; nil when it is none.
  ///
  /// - Throws: `YAMLScalarResolver.Failure` for a number beyond 64 bits in a base other than ten.
  static func value(of text: String) throws(YAMLScalarResolver.Failure) -> Value? {
    guard !isDate(text) else { return nil }
    let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    return try integer(plain) ?? float(plain)
  }

  /// The decimal that `text` spells, in JSON's grammar; nil when it is none.
  static func float(_ text: String) -> Value? {
    guard let parts = DecimalParts(text), let number = Double(text), number.isFinite else {
      return nil
    }
    return parts.value
  }

  private static func integer(_ text: String) throws(YAMLScalarResolver.Failure) -> Value? {
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard let (digits, radix) = digitsAndRadix(unsigned) else { return nil }
    guard digits.utf8.allSatisfy({ $0.hexDigitValue.map { $0 < radix } ?? false }) else {
      return nil
    }
    if let number = Int((isNegative ? "-" : "") + digits, radix: Int(radix)) {
      return number == 0 && isNegative ? .decimal("-0") : .integer(number)
    }
    if !isNegative, let number = UInt64(digits, radix: Int(radix)) {
      return .decimal(String(number))
    }
    // A larger whole number in base ten keeps its digits, as a decimal does.
    guard radix == 10 else {
      throw YAMLScalarResolver.Failure(message: "\(text) is too large a number")
    }
    return nil
  }

  private static func digitsAndRadix(_ text: Substring) -> (Substring, UInt32)? {
    guard text.hasPrefix("0"), text.utf8.count > 1 else {
      return text.isEmpty ? nil : (text, 10)
    }
    let (digits, radix): (Substring, UInt32) =
      switch text.utf8.dropFirst().first.map({ $0 | 0x20 }) {
      case UInt8(ascii: "x"): (text.dropFirst(2), 16)
      case UInt8(ascii: "o"): (text.dropFirst(2), 8)
      case UInt8(ascii: "b"): (text.dropFirst(2), 2)
      default: (text.dropFirst(), 8)
      }
    return digits.isEmpty ? nil : (digits, radix)
  }

  /// Whether this looks like a date, which Kubernetes takes as text; its `-` would do that anyway, but
  /// for `_` between the digits.
  private static func isDate(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.prefix(4).allSatisfy(\.isASCIIDigit)
      && bytes.dropFirst(4).first == UInt8(ascii: "-")
  }
}

/// A decimal number taken apart: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, the form that
/// goyaml.v2 takes for a float.
private struct DecimalParts {
  private let isNegative: Bool
  private let whole: Substring
  private let fraction: Substring
  private let exponent: Substring

  init?(_ text: String) {
    var rest = text[...]
    isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    whole = Self.takeDigits(&rest)
    var fraction: Substring = ""
    if rest.hasPrefix(".") {
      rest = rest.dropFirst()
      fraction = Self.takeDigits(&rest)
    }
    self.fraction = fraction
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    exponent = rest
    if rest.hasPrefix("e") || rest.hasPrefix("E") {
      rest = rest.dropFirst()
      if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
      guard !Self.takeDigits(&rest).isEmpty else { return nil }
    }
    guard rest.isEmpty else { return nil }
  }

  /// The number in JSON's grammar, otherwise spelled as it was.
  var value: Value {
    let significant = whole.drop(while: { $0 == "0" })
    var source = (isNegative ? "-" : "") + (significant.isEmpty ? "0" : significant)
    if fraction.isEmpty, exponent.isEmpty, source != "-0", let number = Int(source) {
      return .integer(number)
    }
    if !fraction.isEmpty { source += "." + fraction }
    return .decimal(source + exponent)
  }

  private static func takeDigits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix(while: { $0.utf8.first?.isASCIIDigit == true && $0.utf8.count == 1 })
    rest = rest.dropFirst(digits.count)
    return digits
  }
}
