import Documents

/// A field selector such as `metadata.name=a,status.phase!=Running`.
struct FieldSelector: Sendable {
  /// One condition; all have to hold.
  struct Requirement: Sendable, Hashable {
    let field: String
    let value: String
    let isEqual: Bool
  }

  let requirements: [Requirement]

  /// Reads a selector.
  ///
  /// - Throws: a 400 answer worded as `apimachinery/pkg/fields` words it.
  init(_ text: String) throws(APIFailure) {
    var requirements: [Requirement] = []
    for term in Self.terms(of: text) where !term.isEmpty {
      requirements.append(try Self.requirement(term))
    }
    self.requirements = requirements
  }

  init(requirements: [Requirement]) { self.requirements = requirements }

  /// The value that a field must have, if the selector wants one exactly.
  func exactValue(of field: String) -> String? {
    requirements.first { $0.field == field && $0.isEqual }?.value
  }

  /// Whether an object's fields satisfy every requirement; a missing field is the empty string.
  func matches(_ object: Value) -> Bool {
    requirements.allSatisfy { requirement in
      let found = Self.text(of: requirement.field, in: object)
      return (found == requirement.value) == requirement.isEqual
    }
  }

  /// Refuses fields by which a resource cannot be selected.
  func check(supported: Set<String>) throws(APIFailure) {
    for requirement in requirements where !supported.contains(requirement.field) {
      throw .badRequest("field label not supported: \(requirement.field)")
    }
  }

  private static func text(of field: String, in object: Value) -> String {
    switch object.at(field.split(separator: ".").map(String.init)) {
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .decimal(let number): number
    default: ""
    }
  }

  /// Splits at commas that are not escaped with a backslash.
  private static func terms(of text: String) -> [String] {
    var terms = [""]
    var isEscaped = false
    for character in text {
      if character == ",", !isEscaped {
        terms.append("")
      } else {
        terms[terms.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return terms
  }

  private static func requirement(_ term: String) throws(APIFailure) -> Requirement {
    for (mark, isEqual) in [("!=", false), ("==", true), ("=", true)] {
      guard let range = term.firstRange(of: mark) else { continue }
      let value = String(term[range.upperBound...]).replacing("\\,", with: ",")
        .replacing("\\=", with: "=").replacing("\\\\", with: "\\")
      return Requirement(
        field: String(term[..<range.lowerBound]), value: value, isEqual: isEqual)
    }
    throw .badRequest("invalid selector: '\(term)'; can't understand '\(term)'")
  }
}
