import Foundation

/// The query parameters of a URL, decoded, in the order they came.
struct Query: Sendable {
  private var items: [(name: String, value: String)] = []

  /// Makes an empty query.
  init() {}

  /// Reads the part of a URL after `?`.
  init(_ text: Substring) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? Self.decode(parts[1]) : ""
      items.append((Self.decode(parts[0]), value))
    }
  }

  /// The first value of a parameter, nil when it is not there.
  subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// All values of a parameter.
  func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// A parameter read as Kubernetes' conversion reads booleans: anything but `false` and `0` is
  /// true; nil when the parameter is not there.
  func flag(_ name: String) -> Bool? {
    guard let value = self[name] else { return nil }
    return !["false", "0"].contains(value.lowercased())
  }

  private static func decode(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return spaced.removingPercentEncoding ?? String(spaced)
  }
}
