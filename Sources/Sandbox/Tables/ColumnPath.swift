import Documents

/// The JSONPath of a printer column, such as `.status.conditions[?(@.type=="Ready")].status`.
struct ColumnPath: Sendable {
  private enum Step: Sendable {
    case field(String)
    case index(Int)
    case all
    case filter(path: [String], isEqual: Bool, value: Value)
  }

  private let steps: [Step]

  /// Reads a path; nil when it uses what printer columns do not allow.
  init?(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    if rest.hasPrefix("$") { rest.removeFirst() }
    while !rest.isEmpty {
      guard let step = Self.takeStep(&rest) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  /// The values that the path leads to, none when something on the way is missing.
  func values(in object: Value) -> [Value] {
    var found = [object]
    for step in steps { found = found.flatMap { Self.follow(step, $0) } }
    return found
  }

  private static func follow(_ step: Step, _ value: Value) -> [Value] {
    switch step {
    case .field(let name): value[name].map { [$0] } ?? []
    case .index(let index):
      value[index < 0 ? (value.array?.count ?? 0) + index : index].map { [$0] } ?? []
    case .all: value.array ?? value.object.map { Array($0.values) } ?? []
    case .filter(let path, let isEqual, let wanted):
      (value.array ?? []).filter { ($0.at(path) == wanted) == isEqual }
    }
  }

  private static func takeStep(_ rest: inout Substring) -> Step? {
    if rest.hasPrefix(".") {
      rest.removeFirst()
      return takeName(&rest).map(Step.field)
    }
    guard rest.hasPrefix("["), let end = closing(rest) else { return nil }
    let inner = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if inner == "*" { return .all }
    if let index = Int(inner) { return .index(index) }
    if inner.hasPrefix("?(") { return filter(inner.dropFirst(2).dropLast()) }
    return .field(inner.trimming(while: { $0 == "'" || $0 == "\"" }))
  }

  /// Takes a field's name, in which a dot may be escaped with a backslash.
  private static func takeName(_ rest: inout Substring) -> String? {
    var name = ""
    while let character = rest.first, character != ".", character != "[" {
      rest.removeFirst()
      if character == "\\", let escaped = rest.popFirst() {
        name.append(escaped)
      } else {
        name.append(character)
      }
    }
    return name.isEmpty ? nil : name
  }

  private static func closing(_ text: Substring) -> Substring.Index? {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "]" {
        return index
      }
    }
    return nil
  }

  private static func filter(_ text: Substring) -> Step? {
    for (mark, isEqual) in [("==", true), ("!=", false)] {
      guard let range = text.firstRange(of: mark) else { continue }
      let left = text[..<range.lowerBound].trimming(while: { $0 == " " })
      let right = text[range.upperBound...].trimming(while: { $0 == " " })
      guard left.hasPrefix("@.") else { return nil }
      let path = left.dropFirst(2).split(separator: ".").map(String.init)
      return .filter(path: path, isEqual: isEqual, value: literal(right))
    }
    return nil
  }

  private static func literal(_ text: String) -> Value {
    if let quote = text.first, quote == "\"" || quote == "'" {
      return .string(text.trimming(while: { $0 == quote }))
    }
    return (try? JSON.decode(text)) ?? .string(text)
  }
}
