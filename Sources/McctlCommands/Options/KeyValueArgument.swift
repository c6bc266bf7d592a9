import ArgumentParser

/// `KEY=VALUE`, as labels and annotations are given.
struct KeyValueArgument: ExpressibleByArgument, Sendable, Hashable {
  let key: String
  let value: String

  /// nil when there is no `=` or nothing before it.
  init?(argument: String) {
    guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else {
      return nil
    }
    key = String(argument[..<separator])
    value = String(argument[argument.index(after: separator)...])
  }
}

extension [KeyValueArgument] {
  /// By key; a key that is given twice keeps its last value.
  var dictionary: [String: String] {
    Dictionary(map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}
