/// The rules for names of labels, annotations and finalizers, and for label values, with the words
/// of `apimachinery/pkg/util/validation`.
enum QualifiedName {
  /// What is wrong with a qualified name (`[prefix/]name`); nil when it is right.
  static func problem(of name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return partProblem(parts[0])
    case 2:
      if parts[0].isEmpty { return "prefix part must be non-empty" }
      if let why = NameRule.subdomain.problem(of: parts[0]) { return "prefix part \(why)" }
      return partProblem(parts[1])
    default:
      return "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must"
        + " start and end with an alphanumeric character with an optional DNS subdomain prefix and"
        + " '/' (e.g. 'example.com/MyName')"
    }
  }

  /// What is wrong with the value of a label; nil when it is right.
  static func problem(ofLabelValue value: String) -> String? {
    if value.isEmpty { return nil }
    if value.utf8.count > 63 { return "must be no more than 63 bytes" }
    if isPart(value) { return nil }
    return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_'"
      + " or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
      + " 'my_value',  or '12345', regex used for validation is"
      + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
  }

  private static func partProblem(_ part: String) -> String? {
    if part.isEmpty { return "name part must be non-empty" }
    if part.utf8.count > 63 { return "name part must be no more than 63 bytes" }
    if isPart(part) { return nil }
    return "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and"
      + " end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex"
      + " used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
  }

  private static func isPart(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first.isASCIIAlphanumeric && last.isASCIIAlphanumeric
      && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_.".utf8.contains($0) }
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  var isASCIIAlphanumeric: Bool { isASCIILowercaseAlphanumeric || (65...90).contains(self) }

  /// An ASCII digit or lower-case letter.
  var isASCIILowercaseAlphanumeric: Bool {
    (48...57).contains(self) || (97...122).contains(self)
  }
}
