import Crypto
import Documents
import Foundation

/// Entries of an `APIResourceList`.
enum ResourceListing {
  /// The entries of a resource and of its subresources.
  static func entries(of definition: ResourceDefinition) -> [Value] {
    [entry(of: definition)]
      + definition.subresources.sorted { $0.name < $1.name }.map { entry(of: $0, definition) }
  }

  /// Names a verb as discovery does.
  static func names(_ verbs: [Verb]) -> Value { .array(verbs.map { .string($0.rawValue) }) }

  private static func entry(of definition: ResourceDefinition) -> Value {
    var entry: Value = [
      "name": .string(definition.kind.plural), "singularName": .string(definition.singular),
      "namespaced": .bool(definition.kind.namespaced), "kind": .string(definition.kind.kind),
      "verbs": names(definition.verbs),
    ]
    if !definition.shortNames.isEmpty {
      entry["shortNames"] = .array(definition.shortNames.map(Value.string))
    }
    if !definition.categories.isEmpty {
      entry["categories"] = .array(definition.categories.map(Value.string))
    }
    if definition.isStored { entry["storageVersionHash"] = .string(hash(definition.kind)) }
    return entry
  }

  private static func entry(of subresource: Subresource, _ definition: ResourceDefinition)
    -> Value
  {
    var entry: Value = [
      "name": .string("\(definition.kind.plural)/\(subresource.name)"), "singularName": "",
      "namespaced": .bool(definition.kind.namespaced),
    ]
    if let group = subresource.group { entry["group"] = .string(group) }
    if let version = subresource.version { entry["version"] = .string(version) }
    entry["kind"] = .string(subresource.kind)
    entry["verbs"] = names(subresource.verbs)
    return entry
  }

  /// `StorageVersionHash` of apiserver: the first eight bytes of a SHA-256.
  private static func hash(_ kind: Kind) -> String {
    let text = "\(kind.group)/\(kind.version)/\(kind.kind)"
    return Data(SHA256.hash(data: Data(text.utf8)).prefix(8)).base64EncodedString()
  }
}
