/// Follows the steps of a JSONPath expression, as client-go's util/jsonpath does with missing keys
/// allowed.
struct PathEvaluator {
  /// Results beyond this number are refused: a chain of `..` multiplies them.
  private static let maxResults = 1_000_000

  /// What `steps` find, starting from `value`.
  ///
  /// - Throws: `DocumentError` for an index out of bounds and for steps into elements of what is no
  ///   array; a missing member is no error and finds nothing.
  static func results(of steps: [PathStep], in value: Value) throws(DocumentError) -> [Value] {
    var current = [value]
    for step in steps {
      current = try results(of: step, in: current)
      guard current.count <= maxResults else {
        throw DocumentError("the expression finds more than \(maxResults) values")
      }
    }
    return current
  }

  private static func results(
    of step: PathStep, in values: [Value]
  ) throws(DocumentError) -> [Value] {
    switch step {
    case .field(let key): return values.compactMap { $0[key] }
    case .quotedField(let key, let path): return values.compactMap { $0[key] ?? $0.at(path) }
    case .wildcard: return values.flatMap(\.children)
    case .literal(let value): return [value]
    case .recursive:
      var found: [Value] = []
      for value in values { collectContainers(of: value, into: &found) }
      return found
    case .union(let expressions):
      var found: [Value] = []
      for steps in expressions {
        var current = values
        for step in steps { current = try results(of: step, in: current) }
        found += current
      }
      return found
    case .index, .slice, .filter:
      var found: [Value] = []
      for value in values where !value.isNull {
        guard let elements = value.array else {
          throw DocumentError("\(value.kindName) has no elements to select from")
        }
        found += try select(step, from: elements)
      }
      return found
    }
  }

  private static func collectContainers(of value: Value, into found: inout [Value]) {
    guard !value.children.isEmpty, found.count <= maxResults else { return }
    found.append(value)
    for child in value.children { collectContainers(of: child, into: &found) }
  }

  private static func select(
    _ step: PathStep, from elements: [Value]
  ) throws(DocumentError) -> [Value] {
    switch step {
    case .index(let index):
      let place = index < 0 ? index + elements.count : index
      guard elements.indices.contains(place) else { throw outOfBounds(place, elements.count) }
      return [elements[place]]
    case .slice(let start, let end, let step):
      return try slice(elements, from: start ?? 0, to: end ?? elements.count, by: step ?? 1)
    case .filter(let filter):
      var found: [Value] = []
      for element in elements where try filter.holds(for: element) { found.append(element) }
      return found
    default:
      return []
    }
  }

  private static func slice(
    _ elements: [Value], from start: Int, to end: Int, by step: Int
  ) throws(DocumentError) -> [Value] {
    let first = start < 0 ? start + elements.count : start
    let last = end < 0 ? end + elements.count : end
    guard first != last else { return [] }
    guard elements.indices.contains(first) else { throw outOfBounds(first, elements.count) }
    guard (0...elements.count).contains(last) else { throw outOfBounds(last - 1, elements.count) }
    guard first < last else {
      throw DocumentError("the slice starts at \(first), behind its end \(last)")
    }
    guard step > 0 else { throw DocumentError("the step of a slice must be positive") }
    return stride(from: first, to: last, by: step).map { elements[$0] }
  }

  private static func outOfBounds(_ index: Int, _ count: Int) -> DocumentError {
    DocumentError("array index out of bounds: index \(index), length \(count)")
  }
}

extension Value {
  /// The elements or the values of the members; empty for all else.
  fileprivate var children: [Value] {
    switch self {
    case .array(let elements): elements
    case .object(let members): members.values
    default: []
    }
  }
}

extension PathFilter {
  /// Whether the condition holds for an element, which `@` stands for.
  func holds(for element: Value) throws(DocumentError) -> Bool {
    for terms in alternatives {
      var allHold = true
      for term in terms where allHold { allHold = try Self.holds(term, for: element) }
      if allHold { return true }
    }
    return false
  }

  private static func holds(_ term: Term, for element: Value) throws(DocumentError) -> Bool {
    switch term {
    case .exists(let steps):
      return try !PathEvaluator.results(of: steps, in: element).isEmpty
    case .compares(let leftSteps, let comparison, let rightSteps):
      let left = try PathEvaluator.results(of: leftSteps, in: element)
      let right = try PathEvaluator.results(of: rightSteps, in: element)
      guard left.count <= 1, right.count <= 1 else {
        throw DocumentError("a filter can only compare one value at a time")
      }
      guard let left = left.first, let right = right.first else { return false }
      return holds(left, comparison, right)
    }
  }

  /// Compares numbers by size and texts by Unicode scalar; values of different kinds are just unequal.
  private static func holds(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool {
    let isEqual: Bool
    let isLess: Bool?
    if let first = left.double, let second = right.double {
      isEqual = left == right || first == second
      isLess = first < second
    } else if let first = left.string, let second = right.string {
      isEqual = first == second
      isLess = first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
    } else {
      isEqual = left == right
      isLess = nil
    }
    return switch comparison {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess ?? false
    case .lessOrEqual: isLess.map { $0 || isEqual } ?? false
    case .greater: isLess.map { !$0 && !isEqual } ?? false
    case .greaterOrEqual: isLess.map { !$0 } ?? false
    }
  }
}
