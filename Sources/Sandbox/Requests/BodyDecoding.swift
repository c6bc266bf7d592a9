import Documents

/// Reading of request bodies.
enum BodyDecoding {
  private static let accepted = [
    "application/json", "application/yaml", "application/vnd.kubernetes.protobuf",
  ]

  /// The object in a body, JSON or YAML, checked to be of a kind.
  ///
  /// Its group and version may be left out only where the kind comes from the path.
  static func object(_ request: APIRequest, _ kind: Kind) throws(APIFailure) -> Value {
    let value: Value
    switch request.contentType {
    case "application/json": value = try json(request.body, kind)
    case "application/yaml", "text/yaml": value = try yaml(request.body)
    case ProtobufObject.contentType: value = try ProtobufObject.decode(request.body)
    default: throw .unsupportedMediaType(accepted)
    }
    try check(value, kind)
    return value
  }

  /// The document in a body that may be empty.
  static func optional(_ request: APIRequest) throws(APIFailure) -> Value? {
    guard !request.body.isEmpty else { return nil }
    if request.contentType == ProtobufObject.contentType {
      return try ProtobufObject.decode(request.body)
    }
    guard ["application/json", "application/yaml"].contains(request.contentType) else {
      throw .unsupportedMediaType(accepted)
    }
    do {
      return try JSON.decode(request.body)
    } catch {
      throw .badRequest("\(error.message)")
    }
  }

  private static func json(_ body: [UInt8], _ kind: Kind) throws(APIFailure) -> Value {
    do {
      return try JSON.decode(body)
    } catch {
      let text = String(decoding: body, as: UTF8.self)
      throw .badRequest(
        "the object provided is unrecognized (must be of type \(kind.kind)): couldn't get"
          + " version/kind; json parse error: \(words(error, body)) (\(text.prefix(1024)))")
    }
  }

  /// Go's words for the commonest mistake, else our own.
  private static func words(_ error: DocumentError, _ body: [UInt8]) -> String {
    let last = body.last.map { UnicodeScalar($0) } ?? " "
    return ["}", "]"].contains(last) ? error.message : "unexpected end of JSON input"
  }

  private static func yaml(_ body: [UInt8]) throws(APIFailure) -> Value {
    do {
      return try YAML.decode(String(decoding: body, as: UTF8.self))
    } catch {
      throw .badRequest("error parsing YAML: \(error.message)")
    }
  }

  private static func check(_ value: Value, _ kind: Kind) throws(APIFailure) {
    guard value.object != nil else {
      throw .badRequest(
        "the object provided is unrecognized (must be of type \(kind.kind)): couldn't get"
          + " version/kind; json parse error: not an object")
    }
    let version = value["apiVersion"]?.string ?? ""
    let name = value["kind"]?.string ?? ""
    if name.isEmpty || name == kind.kind, version.isEmpty || version == kind.apiVersion { return }
    if name != kind.kind, version == kind.apiVersion {
      let group = kind.group.isEmpty ? "core" : String(kind.group.prefix { $0 != "." })
      throw .badRequest(
        "\(name) in version \"\(version)\" cannot be handled as a \(kind.kind): converting"
          + " (\(kind.version).\(name)) to (\(group).\(kind.kind)): unknown conversion")
    }
    throw .badRequest(
      "the API version in the data (\(version)) does not match the expected API version"
        + " (\(kind.apiVersion))")
  }
}
