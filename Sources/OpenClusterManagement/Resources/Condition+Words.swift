extension Condition {
  /// The message as it is told to people: of values that OCM's programs print whole, the name of their type is left.
  /// `&SelfSubjectAccessReview{ObjectMeta:{…},…}`, of five hundred characters, is `SelfSubjectAccessReview`.
  public var words: String {
    var words = ""
    var rest = message[...]
    while let start = rest.firstIndex(of: "&") {
      words += rest[..<start]
      rest = rest[start...]
      guard let name = Self.typeOfValue(rest), let end = Self.endOfValue(rest) else {
        words.append(rest.removeFirst())
        continue
      }
      words += name
      rest = rest[end...]
    }
    return words + rest
  }

  /// The name after `&` and before `{`; nil when no value begins here.
  private static func typeOfValue(_ text: Substring) -> Substring? {
    let name = text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == "{" else {
      return nil
    }
    return name
  }

  /// What comes after the brace that ends a value; nil when none does.
  private static func endOfValue(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { return text.index(after: index) }
      default: break
      }
    }
    return nil
  }
}
