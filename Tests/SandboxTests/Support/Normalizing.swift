import Documents
import Foundation

/// Puts placeholders in the place of what no two clusters have in common: ids, times, versions.
enum Normalizing {
  private static let names: Set<String> = [
    "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "time",
    "lastTransitionTime", "continue", "token", "expirationTimestamp", "storageVersionHash",
    "serverAddress", "remainingItemCount",
  ]

  /// A document with placeholders.
  static func value(_ value: Value, name: String = "") -> Value {
    switch value {
    case .object(let object):
      return .object(Object(object.map { ($0.key, self.value($0.value, name: $0.key)) }))
    case .array(let elements):
      if name == "managedFields" { return .array(byManager(elements)) }
      return .array(elements.map { self.value($0, name: name) })
    case .string(let text):
      return names.contains(name) ? .string("<\(name)>") : .string(self.text(text))
    case .integer: return names.contains(name) ? .string("<\(name)>") : value
    default: return value
    }
  }

  /// Entries of managedFields by manager; their own order depends on the second they were made in.
  private static func byManager(_ entries: [Value]) -> [Value] {
    entries.map { value($0) }.sorted { a, b in
      ["manager", "operation", "subresource"].map { a[$0]?.string ?? "" }
        .lexicographicallyPrecedes(
          ["manager", "operation", "subresource"].map { b[$0]?.string ?? "" })
    }
  }

  /// A text with placeholders.
  static func text(_ text: String) -> String {
    text.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "<uid>")
      .replacing(/gen-[a-z0-9]{5}/, with: "gen-<suffix>")
      .replacing(/X509SHA256=[0-9a-f]{64}/, with: "X509SHA256=<digest>")
      .replacing(/^[0-9]+s$/, with: "<age>")
      .replacing(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\n/, with: "<pem>")
  }

  /// The first places where two documents differ.
  static func differences(_ expected: Value, _ found: Value, at path: String = "$") -> [String] {
    switch (expected, found) {
    case (.object(let a), .object(let b)):
      let keys = Set(a.keys).union(b.keys).sorted()
      return keys.flatMap { key -> [String] in
        guard let left = a[key] else {
          return ["\(path).\(key) is too much: \(JSON.text(b[key] ?? .null))"]
        }
        guard let right = b[key] else { return ["\(path).\(key) is missing: \(JSON.text(left))"] }
        return differences(left, right, at: "\(path).\(key)")
      }
    case (.array(let a), .array(let b)):
      if a.count != b.count { return ["\(path) has \(b.count) elements, not \(a.count)"] }
      return zip(a, b).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(path)[\(index)]")
      }
    default:
      return expected == found ? [] : ["\(path): \(JSON.text(found)), not \(JSON.text(expected))"]
    }
  }
}
