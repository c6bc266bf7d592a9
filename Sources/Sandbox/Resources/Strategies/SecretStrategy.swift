import Documents
import Foundation

/// Secrets: text of `stringData` goes into `data`; the type never changes.
struct SecretStrategy: ResourceStrategy {
  func fillDefaults(_ object: inout Value) {
    guard let texts = object["stringData"]?.object else { return }
    for (key, text) in texts {
      let data = Data((text.string ?? "").utf8).base64EncodedString()
      object.set(.string(data), at: "data", key)
    }
    object["stringData"] = nil
  }

  func problems(of object: Value) -> [FieldCause] {
    let data = object["data"]?.object ?? Object()
    var causes = data.filter { !Self.isKey($0.key) }.map { entry in
      FieldCause.invalid("data[\(entry.key)]", .string(entry.key), Self.keyRule)
    }
    for key in Self.required(object["type"]?.string ?? "") where data[key] == nil {
      causes.append(.required("data[\(key)]"))
    }
    if object["type"]?.string == "kubernetes.io/service-account-token" {
      let name = "kubernetes.io/service-account.name"
      if object.at("metadata", "annotations", name) == nil {
        causes.append(.required("metadata.annotations[\(name)]"))
      }
    }
    return causes
  }

  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] {
    if object["type"] != old["type"] {
      return [.invalid("type", object["type"] ?? "", "field is immutable")]
    }
    if old["immutable"]?.bool == true, object["data"] != old["data"] {
      return [.forbidden("data", "field is immutable when `immutable` is set")]
    }
    return []
  }

  /// Keys that secrets of a type must have (`ValidateSecret`).
  private static func required(_ type: String) -> [String] {
    switch type {
    case "kubernetes.io/dockercfg": [".dockercfg"]
    case "kubernetes.io/dockerconfigjson": [".dockerconfigjson"]
    case "kubernetes.io/tls": ["tls.crt", "tls.key"]
    default: []
    }
  }

  private static func isKey(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 253 && key != "." && !key.hasPrefix("..")
      && key.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_.".utf8.contains($0) }
  }

  private static let keyRule =
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',"
    + "  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
}
