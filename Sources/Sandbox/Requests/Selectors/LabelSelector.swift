import Documents

/// A label selector such as `app=web,tier in (a, b),!old`.
struct LabelSelector: Sendable {
  /// One condition; all have to hold.
  enum Requirement: Sendable, Hashable {
    case exists(String)
    case absent(String)
    case isIn(String, [String])
    case notIn(String, [String])
    case greater(String, Int)
    case less(String, Int)
  }

  let requirements: [Requirement]

  /// Reads a selector.
  ///
  /// - Throws: a 400 answer worded as `apimachinery/pkg/labels` words it.
  init(_ text: String) throws(APIFailure) {
    var parser = LabelSelectorParser(text)
    do {
      requirements = try parser.parse()
    } catch {
      throw .badRequest("unable to parse requirement: \(error.message)")
    }
  }

  init(requirements: [Requirement]) { self.requirements = requirements }

  /// Reads a `LabelSelector` object with `matchLabels` and `matchExpressions`.
  init(object: Value) {
    var requirements: [Requirement] = []
    for (key, value) in object["matchLabels"]?.object ?? Object() {
      requirements.append(.isIn(key, [value.string ?? ""]))
    }
    for expression in object["matchExpressions"]?.array ?? [] {
      let key = expression["key"]?.string ?? ""
      let values = (expression["values"]?.array ?? []).compactMap(\.string)
      switch expression["operator"]?.string {
      case "In": requirements.append(.isIn(key, values))
      case "NotIn": requirements.append(.notIn(key, values))
      case "DoesNotExist": requirements.append(.absent(key))
      default: requirements.append(.exists(key))
      }
    }
    self.requirements = requirements
  }

  var isEmpty: Bool { requirements.isEmpty }

  /// Whether an object's labels satisfy every requirement.
  func matches(_ object: Value) -> Bool {
    guard !requirements.isEmpty else { return true }
    let labels = object["metadata"]?["labels"]?.object ?? Object()
    return requirements.allSatisfy { Self.holds($0, labels) }
  }

  private static func holds(_ requirement: Requirement, _ labels: Object) -> Bool {
    switch requirement {
    case .exists(let key): labels[key] != nil
    case .absent(let key): labels[key] == nil
    case .isIn(let key, let values): labels[key]?.string.map(values.contains) ?? false
    case .notIn(let key, let values): !(labels[key]?.string.map(values.contains) ?? false)
    case .greater(let key, let bound): number(labels[key]).map { $0 > bound } ?? false
    case .less(let key, let bound): number(labels[key]).map { $0 < bound } ?? false
    }
  }

  private static func number(_ value: Value?) -> Int? { value?.string.flatMap { Int($0) } }
}
