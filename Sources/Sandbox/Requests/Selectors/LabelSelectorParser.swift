/// The grammar of label selectors in URLs, after `apimachinery/pkg/labels/selector.go`.
struct LabelSelectorParser {
  /// Why a selector cannot be read.
  struct Failure: Error { let message: String }

  private enum Token: Equatable {
    case end, comma, open, close, bang, equals, doubleEquals, notEquals, greater, less, isIn, notIn
    case word(String)

    /// The token as failures quote it.
    var text: String {
      switch self {
      case .end: ""
      case .comma: ","
      case .open: "("
      case .close: ")"
      case .bang: "!"
      case .equals: "="
      case .doubleEquals: "=="
      case .notEquals: "!="
      case .greater: ">"
      case .less: "<"
      case .isIn: "in"
      case .notIn: "notin"
      case .word(let word): word
      }
    }
  }

  private static let special: Set<Character> = ["=", "!", "(", ")", ",", ">", "<"]

  private var tokens: [Token]
  private var position = 0

  init(_ text: String) { tokens = Self.tokens(of: text) }

  /// Reads the whole selector.
  mutating func parse() throws(Failure) -> [LabelSelector.Requirement] {
    var requirements: [LabelSelector.Requirement] = []
    if peek == .end { return [] }
    while true {
      requirements.append(try parseRequirement())
      switch next() {
      case .end: return requirements
      case .comma:
        if case .word = peek { continue }
        if peek == .bang { continue }
        throw Failure(message: "found '\(peek.text)', expected: identifier after ','")
      case let other:
        throw Failure(message: "found '\(other.text)', expected: ',' or 'end of string'")
      }
    }
  }

  private var peek: Token { position < tokens.count ? tokens[position] : .end }

  private mutating func next() -> Token {
    defer { position += 1 }
    return peek
  }

  private mutating func parseRequirement() throws(Failure) -> LabelSelector.Requirement {
    let isNegated = peek == .bang
    if isNegated { position += 1 }
    let key = try parseKey()
    if isNegated { return .absent(key) }
    if peek == .end || peek == .comma { return .exists(key) }
    switch next() {
    case .equals, .doubleEquals: return .isIn(key, [try parseExactValue()])
    case .notEquals: return .notIn(key, [try parseExactValue()])
    case .isIn: return .isIn(key, try parseValues())
    case .notIn: return .notIn(key, try parseValues())
    case .greater: return .greater(key, try parseNumber(key))
    case .less: return .less(key, try parseNumber(key))
    case let other:
      throw Failure(
        message: "found '\(other.text)', expected: in, notin, =, ==, !=, gt, lt")
    }
  }

  private mutating func parseKey() throws(Failure) -> String {
    guard case .word(let key) = next() else {
      throw Failure(
        message: "found '\(tokens[safe: position - 1]?.text ?? "")', expected: identifier")
    }
    if let why = QualifiedName.problem(of: key) {
      throw Failure(message: "key: Invalid value: \"\(key)\": \(why)")
    }
    return key
  }

  private mutating func parseExactValue() throws(Failure) -> String {
    switch peek {
    case .end, .comma: return ""
    case .word(let value):
      position += 1
      return try checked(value)
    case let other:
      throw Failure(message: "found '\(other.text)', expected: identifier")
    }
  }

  private mutating func parseValues() throws(Failure) -> [String] {
    guard next() == .open else {
      throw Failure(message: "found '\(tokens[safe: position - 1]?.text ?? "")', expected: '('")
    }
    var values: [String] = []
    while true {
      switch next() {
      case .word(let value): values.append(try checked(value))
      case .comma: continue
      case .close: return values.isEmpty ? [""] : values
      case let other:
        throw Failure(message: "found '\(other.text)', expected: ',', or ')'")
      }
    }
  }

  private mutating func parseNumber(_ key: String) throws(Failure) -> Int {
    let text = try parseExactValue()
    guard let number = Int(text) else {
      throw Failure(
        message: "values[0]: Invalid value: \"\(text)\": for 'Gt', 'Lt' operators, the value must"
          + " be an integer")
    }
    return number
  }

  private func checked(_ value: String) throws(Failure) -> String {
    if let why = QualifiedName.problem(ofLabelValue: value) {
      throw Failure(message: "values[0]: Invalid value: \"\(value)\": \(why)")
    }
    return value
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " || first == "\t" {
        rest.removeFirst()
      } else if special.contains(first) {
        tokens.append(takeOperator(&rest))
      } else {
        let word = rest.prefix { !special.contains($0) && $0 != " " && $0 != "\t" }
        rest = rest.dropFirst(word.count)
        tokens.append(word == "in" ? .isIn : word == "notin" ? .notIn : .word(String(word)))
      }
    }
    return tokens
  }

  private static func takeOperator(_ rest: inout Substring) -> Token {
    for (text, token) in [("==", Token.doubleEquals), ("!=", .notEquals)]
    where rest.hasPrefix(text) {
      rest.removeFirst(2)
      return token
    }
    switch rest.removeFirst() {
    case "=": return .equals
    case "!": return .bang
    case "(": return .open
    case ")": return .close
    case ",": return .comma
    case ">": return .greater
    default: return .less
    }
  }
}

extension Array {
  /// The element at an index, nil when it is out of bounds.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
