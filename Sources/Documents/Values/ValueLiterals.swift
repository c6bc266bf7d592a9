// There is no literal for null on purpose: in `value["x"] = isWanted ? nil : "y"` a `nil` could be read
// as null where the absence of a value is meant.

extension Value: ExpressibleByStringInterpolation {
  /// Makes a string.
  public init(stringLiteral text: String) {
    self = .string(text)
  }
}

extension Value: ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral number: Int) {
    self = .integer(number)
  }
}

extension Value: ExpressibleByFloatLiteral {
  /// Makes a decimal number; one too large for a `Double` becomes null, as JSON has no infinity.
  public init(floatLiteral number: Double) {
    self = Value(number) ?? .null
  }
}

extension Value: ExpressibleByBooleanLiteral {
  /// Makes a boolean.
  public init(booleanLiteral truth: Bool) {
    self = .bool(truth)
  }
}

extension Value: ExpressibleByArrayLiteral {
  /// Makes an array.
  public init(arrayLiteral elements: Value...) {
    self = .array(elements)
  }
}

extension Value: ExpressibleByDictionaryLiteral {
  /// Makes an object whose keys keep the order they are written in; of equal keys the last counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(Object(elements))
  }
}

extension Value {
  /// Makes a decimal number, spelled as shortly as reads back the same; nil for infinities and NaN,
  /// which JSON cannot hold.
  public init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self = .decimal(number.description)
  }

  /// Makes a string.
  public init(_ text: some StringProtocol) {
    self = .string(String(text))
  }

  /// Makes an array of strings.
  public init(_ texts: [String]) {
    self = .array(texts.map(Value.string))
  }
}
