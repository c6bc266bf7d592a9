import Documents

/// One request to an API server before it is authenticated and sent.
struct APICall: Sendable {
  /// Media types that are asked for or sent.
  enum Media {
    static let json = "application/json"
    static let jsonPatch = "application/json-patch+json"
    static let mergePatch = "application/merge-patch+json"
    static let apply = "application/apply-patch+yaml"
  }

  var method: HTTPMethod
  var path: String
  var query: [(String, String)] = []
  var accept = Media.json
  var contentType = Media.json
  var body: [UInt8]?
  var isIdempotent: Bool
  var timeouts = Timeouts.standard
  /// Whether the request goes on for as long as anybody reads the answer.
  var isWatch = false
  /// What errors say about the request.
  var context: RequestContext

  /// A request about a resource.
  ///
  /// - Throws: ``KubernetesError/invalid(_:_:)`` when names cannot be part of a path.
  init(
    _ verb: String, _ method: HTTPMethod, _ route: Route, connection: ConnectionDescription,
    query: [(String, String)] = [], body: Value? = nil
  ) throws(KubernetesError) {
    self.method = method
    path = route.path
    self.query = query
    self.body = body.map(JSON.encode)
    isIdempotent = method == .get
    context = RequestContext(
      verb: verb, type: route.type,
      namespace: route.type.isNamespaced ? route.namespace : nil, name: route.name,
      subresource: route.subresource, path: path, connection: connection)
    let faults = route.faults
    guard faults.isEmpty else { throw .invalid(faults, context) }
  }

  /// A GET of a path that belongs to no resource, such as `/version`.
  init(path: String, query: [(String, String)] = [], connection: ConnectionDescription) {
    method = .get
    self.path = path
    self.query = query
    isIdempotent = true
    context = RequestContext(verb: "get", path: path, connection: connection)
  }

  /// The HTTP request to a server, which may have a path of its own.
  func request(to server: String, headers: HTTPHeaders) -> HTTPRequest {
    var headers = headers
    headers["Accept"] = accept
    if body != nil { headers["Content-Type"] = contentType }
    var url = (server.hasSuffix("/") ? String(server.dropLast()) : server) + path
    if !query.isEmpty { url += "?" + PercentEncoding.query(query) }
    return HTTPRequest(
      method: method, url: url, headers: headers, body: body, timeouts: timeouts,
      isIdempotent: isIdempotent, logLabel: context.description)
  }

  /// What went wrong while this call's answer was read.
  func failure(_ error: any Error) -> any Error {
    switch error {
    case let error as TransportError: KubernetesError.transport(error, context)
    case let error as DocumentError: KubernetesError.decoding(error, context)
    default: error
    }
  }
}
