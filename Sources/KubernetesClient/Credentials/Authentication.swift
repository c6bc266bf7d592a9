/// What one request is sent with: a transport whose connections carry the right client certificate,
/// and the headers that prove who asks.
struct Authentication: Sendable {
  /// Counts renewals, so that a failed request renews only what it was sent with.
  var generation: Int
  var transport: any HTTPTransport
  var headers: HTTPHeaders
}

/// Makes a transport whose connections are set up with these TLS settings.
typealias TransportFactory = @Sendable (TLSSettings) -> any HTTPTransport
