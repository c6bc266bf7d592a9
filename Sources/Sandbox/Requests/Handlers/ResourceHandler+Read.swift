import Documents

extension ResourceHandler {
  /// GET of one object.
  func get() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    return try respond(rendering, registry.stored(target))
  }

  /// GET of a collection.
  func list() async throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let list = try ListRequest(request.query)
    try await awaitRevision(list.resourceVersion)
    let page = try registry.list(definition, namespace: info.namespace, list)
    return respond(rendering, bytes: rendering.bytes(of: page))
  }

  private func respond(_ rendering: ObjectRendering, _ object: StoredObject) -> APIResponse {
    respond(rendering, bytes: rendering.bytes(of: object))
  }

  private func respond(_ rendering: ObjectRendering, bytes: [UInt8]) -> APIResponse {
    let representation = rendering.representation
    var bytes = bytes
    if representation.isPretty || representation.format == .yaml,
      let value = try? JSON.decode(bytes, limits: .ofAnswers)
    {
      bytes = representation.bytes(of: value)
    }
    var response = APIResponse.json(200, bytes: bytes, type: representation.contentType)
    if let deprecation = definition.deprecation { response.addWarning(deprecation) }
    return response
  }

  /// Waits until a state is there that a client asks for; gives up like the watch cache of an API
  /// server does, after three seconds.
  private func awaitRevision(_ text: String) async throws(APIFailure) {
    guard !text.isEmpty else { return }
    guard let wanted = UInt64(text) else {
      throw ListRequest.invalid(
        .invalid(
          "resourceVersion", .string(text),
          "strconv.ParseUint: parsing \"\(text)\": invalid syntax"))
    }
    guard wanted > cluster.store.revision else { return }
    let patience = Duration.seconds(3)
    let limit = request.query["timeout"].flatMap(Self.duration) ?? .seconds(60)
    try? await Task.sleep(for: min(patience, limit))
    let current = cluster.store.revision
    guard wanted > current else { return }
    throw limit < patience ? .requestTimeout : .tooLargeRevision(wanted, current: current)
  }

  /// Reads a duration such as `1s` or `500ms` of a query.
  private static func duration(_ text: String) -> Duration? {
    if text.hasSuffix("ms") { return Int(text.dropLast(2)).map { .milliseconds($0) } }
    if text.hasSuffix("s") { return Double(text.dropLast()).map { .seconds($0) } }
    if text.hasSuffix("m") { return Double(text.dropLast()).map { .seconds($0 * 60) } }
    return nil
  }
}

extension APIFailure {
  /// The time that the client gave a request is over; the filter that says so knows no kinds.
  static let requestTimeout = APIFailure(
    status: [
      "metadata": [:], "status": "Failure",
      "message": "Timeout: request did not complete within the allotted timeout",
      "reason": "Timeout", "details": [:], "code": 504,
    ],
    code: 504, isPlainText: true)

  static func tooLargeRevision(_ wanted: UInt64, current: UInt64) -> APIFailure {
    let message = "Too large resource version"
    return APIFailure(
      504, "Timeout", "Timeout: \(message): \(wanted), current: \(current)",
      details: [
        "causes": [["reason": "ResourceVersionTooLarge", "message": .string(message)]],
        "retryAfterSeconds": 1,
      ])
  }
}

extension Limits {
  /// For documents that this program itself has written.
  static let ofAnswers = Limits(maxBytes: .max, maxDepth: 512, maxNodes: .max)
}
