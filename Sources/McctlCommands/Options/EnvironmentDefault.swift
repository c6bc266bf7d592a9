/// The default of a flag that comes from an environment variable.
struct EnvironmentDefault {
  private let variable: String

  /// - Parameter variable: its name, beginning with `MCCTL_`.
  init(_ variable: String) {
    self.variable = variable
  }

  /// The variable's text; nil when it is unset or empty.
  func text(_ invocation: Invocation) -> String? {
    invocation.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The variable's value; throws an error that names the variable when the text is none.
  func value<Content>(
    _ invocation: Invocation, _ read: (String) -> Content?
  ) throws -> Content? {
    guard let text = text(invocation) else { return nil }
    guard let value = read(text) else {
      throw UserFacingError(
        .usage, status: .usage, what: "environment variable \(variable) has an unusable value",
        why: "\"\(text)\" is not what the flag of that name takes",
        next: ["unset \(variable), or see mcctl help for what it may be"])
    }
    return value
  }
}
