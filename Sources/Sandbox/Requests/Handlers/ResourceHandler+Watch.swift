import Documents

extension ResourceHandler {
  /// GET with `watch=true`.
  func watch() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    var list = try ListRequest(request.query)
    try registry.checkFields(definition, list)
    if !info.name.isEmpty, list.fields.requirements.isEmpty {
      list.fields = FieldSelector(requirements: [
        .init(field: "metadata.name", value: info.name, isEqual: true)
      ])
    }
    let revision = try Self.startRevision(&list)
    if list.sendsInitialEvents == true, list.allowsBookmarks, !cluster.settings.reportsProgress {
      return Self.response(Self.single(Self.progressUnsupported), rendering)
    }
    var limits = cluster.settings.watchLimits
    limits.maximumEvents = request.watchLimit ?? limits.maximumEvents
    let stream = WatchStream(
      store: cluster.store, rendering: rendering, namespace: info.namespace, list: list,
      limits: limits)
    guard let revision else { return Self.response(stream.fromPresent(), rendering) }
    do {
      return Self.response(try stream.resume(after: revision), rendering)
    } catch {
      let gone = APIFailure.expired("too old resource version: \(revision) (\(error.oldest))")
      return Self.response(Self.single(gone.status), rendering)
    }
  }

  /// The revision to go on from; nil to begin with the objects that exist.
  ///
  /// A watch without a revision gets the objects that exist first, as if it had asked for initial
  /// events (`SetListOptionsDefaults` of apimachinery).
  private static func startRevision(_ list: inout ListRequest) throws(APIFailure) -> UInt64? {
    let isLegacy = list.resourceVersion.isEmpty || list.resourceVersion == "0"
    if list.sendsInitialEvents == nil, list.match == nil, isLegacy {
      list.sendsInitialEvents = true
    } else if list.sendsInitialEvents != nil, list.match != .notOlderThan {
      throw ListRequest.invalid(
        .forbidden(
          "resourceVersionMatch",
          "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
    }
    if list.sendsInitialEvents == true { return nil }
    if list.resourceVersion.isEmpty { return nil }
    guard let revision = UInt64(list.resourceVersion) else {
      throw ListRequest.invalid(
        .invalid(
          "resourceVersion", .string(list.resourceVersion),
          "strconv.ParseUint: parsing \"\(list.resourceVersion)\": invalid syntax"))
    }
    return revision
  }

  /// What a server says whose storage cannot report how far watches are.
  private static let progressUnsupported = APIFailure(
    500, "InternalError",
    "a watch stream was requested by the client but the required storage feature"
      + " RequestWatchProgress is disabled"
  ).status

  private static func single(_ status: Value) -> ChunkStream {
    let event: Value = ["type": "ERROR", "object": status]
    let chunks = AsyncStream<[UInt8]> { continuation in
      continuation.yield(JSON.encode(event) + [UInt8(ascii: "\n")])
      continuation.finish()
    }
    return ChunkStream(chunks: chunks) {}
  }

  private static func response(_ stream: ChunkStream, _ rendering: ObjectRendering) -> APIResponse {
    APIResponse(
      status: 200,
      headers: [
        ("cache-control", "no-cache, private"),
        ("content-type", rendering.representation.contentType),
      ],
      body: .stream(stream))
  }
}
