/// The methods a Kubernetes API is spoken to with.
public enum HTTPMethod: String, Sendable, Hashable, CaseIterable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
}

/// One HTTP request, complete: nothing is added to it but what HTTP itself asks for.
public struct HTTPRequest: Sendable {
  /// What is asked of the resource.
  public var method: HTTPMethod
  /// Absolute `https://` or `http://` URL with path and query already percent-encoded, without user information.
  public var url: String
  /// Sent in this order. A `Host` or `User-Agent` given here replaces the transport's own.
  public var headers: HTTPHeaders
  /// Sent with a `Content-Length`; nil sends no body at all.
  public var body: [UInt8]?
  /// How long each part of the exchange may take.
  public var timeouts: Timeouts
  /// Whether sending it twice leaves the server as sending it once does.
  ///
  /// Only such a request is repeated when the connection breaks after it may have been received.
  /// True for GET unless said otherwise; a caller that sends a PUT, PATCH or DELETE that may be repeated says so.
  public var isIdempotent: Bool
  /// Most decoded bytes ``HTTPTransport/send(_:)`` takes for an answer; more is ``TransportError/tooLarge(limit:)``.
  /// Streams are not limited, they are held back instead.
  public var maximumResponseBytes: Int
  /// What log lines call this request beside its path, e.g. `list ManagedClusters`.
  public var logLabel: String?

  /// What ``maximumResponseBytes`` is unless said otherwise: 256 MiB.
  public static let defaultMaximumResponseBytes = 256 * 1024 * 1024

  /// A request for `url`, idempotent by default when `method` is GET.
  public init(
    method: HTTPMethod = .get, url: String, headers: HTTPHeaders = HTTPHeaders(),
    body: [UInt8]? = nil, timeouts: Timeouts = .standard, isIdempotent: Bool? = nil,
    maximumResponseBytes: Int = HTTPRequest.defaultMaximumResponseBytes, logLabel: String? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeouts = timeouts
    self.isIdempotent = isIdempotent ?? (method == .get)
    self.maximumResponseBytes = maximumResponseBytes
    self.logLabel = logLabel
  }
}
