import Documents

/// Reads what servers answer.
enum AnswerReading {
  /// The document of a successful answer.
  static func document(
    _ response: HTTPResponse, context: RequestContext
  ) throws(KubernetesError) -> Value {
    try requireJSON(response, context: context)
    do {
      return try JSON.decode(response.body)
    } catch {
      throw .decoding(error, context.answered(response))
    }
  }

  /// Refuses a successful answer that no API server gives, such as a login page.
  static func requireJSON(
    _ response: HTTPResponse, context: RequestContext
  ) throws(KubernetesError) {
    guard response.isJSON else {
      throw .notKubernetes(foreignAnswer(response), context.answered(response))
    }
  }

  /// Whether this is the 404 with which Go's HTTP servers, API servers among them, answer for paths
  /// that they do not know.
  static func isPlainNotFound(_ response: HTTPResponse) -> Bool {
    response.status == 404 && !response.isJSON && !response.isHTML
  }

  /// What an unsuccessful answer means.
  static func failure(_ response: HTTPResponse, context: RequestContext) -> KubernetesError {
    if let document = try? JSON.decode(response.body), let status = StatusDocument(document) {
      return KubernetesError(
        status, code: response.status, retryAfter: response.retryAfter, context: context)
    }
    var context = context.answered(response)
    let answer = foreignAnswer(response)
    switch response.status {
    case 401 where !response.isHTML:
      return .unauthorized(context)
    case 429:
      return .tooManyRequests(retryAfter: response.retryAfter, context)
    case 500...599:
      // What stands before an API server answers for it while it is away.
      context.message = answer.summary
      return .server(webhook: nil, context)
    default:
      return .notKubernetes(answer, context)
    }
  }

  /// What kind of answer this is, given that no API server would give it.
  static func foreignAnswer(_ response: HTTPResponse) -> ForeignAnswer {
    if (300..<400).contains(response.status), let location = response.headers["Location"] {
      return .redirect(to: Redaction.masked(location))
    }
    let beginning = String(decoding: response.body.prefix(4096), as: UTF8.self)
    if response.isHTML || beginning.lowercased().contains("<html") {
      return .webPage(title: title(of: beginning))
    }
    // The words of Go's net/http for a port that speaks TLS.
    if beginning.contains("Client sent an HTTP request to an HTTPS server") {
      return .httpsPortSpokenToInHTTP
    }
    let words = Redaction.masked(beginning).trimmingWhitespace()
    return .other(
      contentType: response.headers["Content-Type"], beginning: String(words.prefix(200)))
  }

  private static func title(of page: String) -> String? {
    let lowercased = page.lowercased()
    guard lowercased.utf8.count == page.utf8.count,
      let start = lowercased.firstRange(of: "<title>")?.upperBound,
      let end = lowercased[start...].firstRange(of: "</title>")?.lowerBound
    else { return nil }
    let title = String(page[start..<end]).trimmingWhitespace()
    return title.isEmpty ? nil : title
  }
}

extension HTTPResponse {
  /// The media type, without parameters.
  private var mediaType: String {
    let type = headers["Content-Type"] ?? ""
    return String(type.prefix { $0 != ";" }).trimmingWhitespace().lowercased()
  }

  var isJSON: Bool { mediaType == "application/json" }
  fileprivate var isHTML: Bool { mediaType == "text/html" }

  /// How long a `Retry-After` header asks to wait; nil for the form with a date, which API servers do
  /// not use.
  fileprivate var retryAfter: Duration? {
    headers["Retry-After"].flatMap { Int($0) }.map { .seconds(max(0, $0)) }
  }
}

extension RequestContext {
  /// This request, answered with a status.
  func answered(_ response: HTTPResponse) -> RequestContext {
    var context = self
    context.status = response.status
    return context
  }
}
