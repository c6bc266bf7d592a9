extension Value {
  /// The text of a string; nil for anything else.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth of a boolean; nil for anything else.
  public var bool: Bool? {
    if case .bool(let truth) = self { truth } else { nil }
  }

  /// The number, when it is whole and fits 64 bits; nil for anything else.
  public var int: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, as near as a `Double` comes to it; nil for anything else.
  public var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let source): Double(source)
    default: nil
    }
  }

  /// The elements of an array; nil for anything else.
  public var array: [Value]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object; nil for anything else.
  public var object: Object? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The texts of an array of strings, leaving out elements of other kinds; nil for anything else.
  public var strings: [String]? {
    array?.compactMap(\.string)
  }

  /// This value with the keys of every object in it in ascending order (by Unicode scalar).
  public func sorted() -> Value {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.sorted() })
    case .object(let members):
      return .object(members.sorted())
    default:
      return self
    }
  }
}
