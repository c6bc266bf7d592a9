/// What names the objects of a resource may have, with the words of
/// `apimachinery/pkg/util/validation`.
enum NameRule: Sendable {
  /// RFC 1123 subdomain, at most 253 bytes: what most objects have.
  case subdomain
  /// RFC 1123 label, at most 63 bytes: namespaces.
  case label
  /// RFC 1035 label: services.
  case serviceLabel
  /// Anything that can be one segment of a path: roles and bindings.
  case pathSegment

  /// What is wrong with a name; nil when it is right.
  func problem(of name: String) -> String? {
    switch self {
    case .subdomain: Self.subdomainProblem(name)
    case .label: Self.labelProblem(name)
    case .serviceLabel: Self.serviceLabelProblem(name)
    case .pathSegment: Self.segmentProblem(name)
    }
  }

  private static func subdomainProblem(_ name: String) -> String? {
    if name.utf8.count > 253 { return "must be no more than 253 bytes" }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.allSatisfy({ isLabel($0) }) { return nil }
    return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
      + " or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
      + " used for validation is"
      + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
  }

  private static func labelProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 bytes" }
    if isLabel(name[...]) { return nil }
    return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
      + " and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
      + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
  }

  private static func serviceLabelProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 bytes" }
    let startsWithLetter = name.utf8.first.map { (97...122).contains($0) } ?? false
    if startsWithLetter, isLabel(name[...]) { return nil }
    return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
      + " an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
      + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
  }

  private static func segmentProblem(_ name: String) -> String? {
    if name == "." || name == ".." { return "may not be '\(name)'" }
    for illegal in ["/", "%"] where name.contains(illegal) {
      return "may not contain '\(illegal)'"
    }
    return nil
  }

  private static func isLabel(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first.isASCIILowercaseAlphanumeric && last.isASCIILowercaseAlphanumeric
      && text.utf8.allSatisfy { $0.isASCIILowercaseAlphanumeric || $0 == UInt8(ascii: "-") }
  }
}
