import Documents

/// The form in which a client wants objects, from its `Accept` header.
struct Representation: Sendable, Hashable {
  /// What is made of the objects.
  enum Shape: Sendable, Hashable {
    case object
    /// `Table`, as `kubectl get` asks for.
    case table
    /// `PartialObjectMetadata`, or a list of them.
    case metadata
  }

  /// How the document is written.
  enum Format: Sendable { case json, yaml }

  var shape: Shape = .object
  var format: Format = .json
  /// Indented, for people; as for `curl`.
  var isPretty = false

  /// The value of the `Content-Type` header.
  var contentType: String { format == .yaml ? "application/yaml" : "application/json" }

  init() {}

  /// Reads an `Accept` header; the first type that the server can write counts.
  init(accept: String, query: Query, userAgent: String) throws(APIFailure) {
    isPretty = query.flag("pretty") ?? userAgent.hasPrefix("curl/")
    let types = accept.split(separator: ",").map { $0.trimming(while: { $0 == " " }) }
    if types.isEmpty { return }
    for type in types where read(type) { return }
    throw .notAcceptable([
      "application/json", "application/json;as=Table;g=meta.k8s.io;v=v1", "application/yaml",
    ])
  }

  private mutating func read(_ type: String) -> Bool {
    let parts = type.split(separator: ";").map { $0.trimming(while: { $0 == " " }) }
    switch parts[0] {
    case "application/json", "*/*", "application/*", "text/html": format = .json
    case "application/yaml": format = .yaml
    default: return false
    }
    let parameters = Dictionary(
      parts.dropFirst().map { part in
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        return (pair[0], pair.count > 1 ? pair[1] : "")
      }, uniquingKeysWith: { first, _ in first })
    guard let wanted = parameters["as"] else {
      shape = .object
      return true
    }
    guard parameters["g"] == "meta.k8s.io", ["v1", "v1beta1"].contains(parameters["v"]) else {
      return false
    }
    switch wanted {
    case "Table": shape = .table
    case "PartialObjectMetadata", "PartialObjectMetadataList": shape = .metadata
    default: return false
    }
    return true
  }

  /// Writes a document.
  func bytes(of value: Value) -> [UInt8] {
    switch format {
    case .yaml: Array(YAML.text(value).utf8)
    case .json: isPretty ? Array(JSON.text(value, pretty: true).utf8) : JSON.encode(value)
    }
  }

  /// An answer with a document.
  func response(_ status: Int = 200, _ value: Value) -> APIResponse {
    .json(status, bytes: bytes(of: value), type: contentType)
  }
}
