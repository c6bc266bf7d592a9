import Documents
import FoundationEssentials

/// The members of one object in a kubeconfig file, read with the types that Kubernetes gives them.
/// Every failure says where in the file it is.
struct LocatedFields: Sendable {
  let document: LocatedDocument
  let path: [PathElement]
  private let members: Object

  /// Opens the object at `path`; nothing there reads as an object without members, as in Go.
  init(_ document: LocatedDocument, path: [PathElement] = []) throws(KubeconfigError) {
    self.document = document
    self.path = path
    switch document.value.at(path) {
    case nil, .null?: members = Object()
    case .object(let object)?: members = object
    case let other?:
      members = Object()
      throw .invalid(
        document.error(
          "\(path.isEmpty ? "a kubeconfig" : path.pathText) must be an object, "
            + "not \(other.typeName)", at: path))
    }
  }

  /// The file.
  var source: String { document.source ?? "" }

  /// The names of the members.
  var keys: [String] { members.keys }

  /// An error at a member, or at the object itself when the member is not there.
  func error(_ message: String, at key: String? = nil) -> DocumentError {
    document.error(message, at: key.map { path + [.key($0)] } ?? path)
  }

  /// Refuses members that neither Kubernetes nor mcctl knows: a misspelt `insecure-skip-tls-verfy`
  /// must not be overlooked.
  func refuseUnknown(besides known: Set<String>) throws(KubeconfigError) {
    for key in members.keys where !known.contains(key) {
      let place = path + [.key(key)]
      throw .unsupported(
        field: place.pathText, at: error("\(place.pathText) is not supported", at: key))
    }
  }

  /// A text; nil when missing, null or empty, which Kubernetes does not tell apart.
  func string(_ key: String) throws(KubeconfigError) -> String? {
    switch members[key] {
    case nil, .null?: return nil
    case .string(let text)?: return text.isEmpty ? nil : text
    case let other?: throw wrongType(key, wanted: "a string", got: other)
    }
  }

  /// A truth value; false when missing.
  func bool(_ key: String) throws(KubeconfigError) -> Bool {
    switch members[key] {
    case nil, .null?: return false
    case .bool(let truth)?: return truth
    case let other?: throw wrongType(key, wanted: "true or false", got: other)
    }
  }

  /// A list of texts; empty when missing.
  func strings(_ key: String) throws(KubeconfigError) -> [String] {
    switch members[key] {
    case nil, .null?: return []
    case .array(let elements)?:
      var texts: [String] = []
      for element in elements {
        guard let text = element.string else {
          throw wrongType(key, wanted: "a list of strings", got: element)
        }
        texts.append(text)
      }
      return texts
    case let other?: throw wrongType(key, wanted: "a list of strings", got: other)
    }
  }

  /// Lists of texts under names; empty when missing.
  func stringLists(_ key: String) throws(KubeconfigError) -> [String: [String]] {
    let inner = try object(key)
    var lists: [String: [String]] = [:]
    for name in inner.keys { lists[name] = try inner.strings(name) }
    return lists
  }

  /// Base64, as Kubernetes writes bytes; nil when missing or empty.
  func data(_ key: String) throws(KubeconfigError) -> [UInt8]? {
    guard let text = try string(key) else { return nil }
    let compact = text.filter { !$0.isWhitespace }
    guard let data = Data(base64Encoded: compact), !data.isEmpty else {
      throw .invalid(error("\((path + [.key(key)]).pathText) is not valid base64", at: key))
    }
    return [UInt8](data)
  }

  /// The object under a name; one without members when missing.
  func object(_ key: String) throws(KubeconfigError) -> LocatedFields {
    try LocatedFields(document, path: path + [.key(key)])
  }

  /// The objects of a list; none when missing.
  func objects(_ key: String) throws(KubeconfigError) -> [LocatedFields] {
    switch members[key] {
    case nil, .null?: return []
    case .array(let elements)?:
      var objects: [LocatedFields] = []
      for index in elements.indices {
        objects.append(
          try LocatedFields(document, path: path + [.key(key), .index(index)]))
      }
      return objects
    case let other?: throw wrongType(key, wanted: "a list", got: other)
    }
  }

  /// Whatever is under a name, as it is.
  func value(_ key: String) -> Value? { members[key] }

  private func wrongType(_ key: String, wanted: String, got: Value) -> KubeconfigError {
    let place = (path + [.key(key)]).pathText
    return .invalid(error("\(place) must be \(wanted), not \(got.typeName)", at: key))
  }
}

extension Value {
  /// What messages call a value of this type. Never the value itself, which may be secret.
  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .decimal: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
