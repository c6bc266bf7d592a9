import Documents
import Foundation

/// The checks of single values: bounds, lengths, patterns and formats.
enum ValueChecks {
  /// What is wrong with a value, worded as `go-openapi/validate` words it.
  static func causes(_ value: Value, _ rules: ValueRules, path: String, name: String)
    -> [FieldCause]
  {
    switch value {
    case .integer, .decimal: bounds(value, rules, path, name)
    case .string(let text): texts(text, rules, path, name)
    case .array(let elements): counts(elements.count, rules, path, name)
    case .object(let object): sizes(object.count, rules, path, name)
    default: []
    }
  }

  private static func bounds(
    _ value: Value, _ rules: ValueRules, _ path: String, _ name: String
  ) -> [FieldCause] {
    guard let number = value.double else { return [] }
    var causes: [FieldCause] = []
    if let least = rules.minimum {
      let isWrong = rules.isMinimumExclusive ? number <= least : number < least
      let words = rules.isMinimumExclusive ? "greater than" : "greater than or equal to"
      if isWrong {
        causes.append(.invalid(path, value, "\(name) should be \(words) \(shown(least))"))
      }
    }
    if let most = rules.maximum {
      let isWrong = rules.isMaximumExclusive ? number >= most : number > most
      let words = rules.isMaximumExclusive ? "less than" : "less than or equal to"
      if isWrong {
        causes.append(.invalid(path, value, "\(name) should be \(words) \(shown(most))"))
      }
    }
    if let unit = rules.multipleOf, unit > 0,
      number.truncatingRemainder(dividingBy: unit) != 0
    {
      causes.append(.invalid(path, value, "\(name) should be a multiple of \(shown(unit))"))
    }
    return causes
  }

  private static func texts(
    _ text: String, _ rules: ValueRules, _ path: String, _ name: String
  ) -> [FieldCause] {
    var causes: [FieldCause] = []
    if let least = rules.minLength, text.unicodeScalars.count < least {
      causes.append(
        .invalid(path, .string(text), "\(name) should be at least \(least) chars long"))
    }
    if let most = rules.maxLength, text.unicodeScalars.count > most {
      causes.append(.tooLong(path, max: most))
    }
    if let pattern = rules.pattern, !matches(text, pattern) {
      causes.append(.invalid(path, .string(text), "\(name) should match '\(pattern)'"))
    }
    if let format = rules.format, !hasFormat(text, format) {
      causes.append(
        .typeInvalid(path, .string(text), "\(name) must be of type \(format): \"\(text)\""))
    }
    return causes
  }

  private static func counts(_ count: Int, _ rules: ValueRules, _ path: String, _ name: String)
    -> [FieldCause]
  {
    if let least = rules.minItems, count < least {
      return [.invalid(path, .integer(count), "\(name) should have at least \(least) items")]
    }
    if let most = rules.maxItems, count > most { return [.tooMany(path, count, max: most)] }
    return []
  }

  private static func sizes(_ count: Int, _ rules: ValueRules, _ path: String, _ name: String)
    -> [FieldCause]
  {
    if let least = rules.minProperties, count < least {
      return [.invalid(path, .integer(count), "\(name) should have at least \(least) properties")]
    }
    if let most = rules.maxProperties, count > most {
      return [.tooMany(path, count, max: most)]
    }
    return []
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = try? Regex(pattern) else { return true }
    return text.firstMatch(of: expression) != nil
  }

  private static func hasFormat(_ text: String, _ format: String) -> Bool {
    switch format {
    case "date-time": (try? Date(text, strategy: .iso8601)) != nil || isFractional(text)
    case "byte": Data(base64Encoded: text) != nil
    case "uuid": UUID(uuidString: text) != nil
    default: true
    }
  }

  private static func isFractional(_ text: String) -> Bool {
    (try? Date(text, strategy: .iso8601.time(includingFractionalSeconds: true))) != nil
  }

  private static func shown(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
