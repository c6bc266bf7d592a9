/// Names one transfer across threads.
struct TransferID: Sendable, Hashable {
  let number: Int
}

/// Everything the event-loop thread needs to carry out one transfer.
struct TransferOrder: Sendable {
  /// What the connection is for.
  enum Purpose: Sendable {
    /// An answer that is taken whole as fast as it comes.
    case exchange
    /// An answer that may be held back while it comes.
    case stream
    /// The server's certificates: a TLS handshake without verification, request or credentials.
    case certificates
  }

  let id: TransferID
  let purpose: Purpose
  let request: HTTPRequest
  let route: TransferRoute
  let tls: TLSSettings
  let userAgent: String
  let receiver: any TransferReceiver

  /// The name the server's certificate has to be for.
  var verifiedName: String {
    if let name = tls.serverName, !name.isEmpty { name } else { route.target.host }
  }

  /// Whether the request has a body, if an empty one: a POST without `Content-Length` is refused by
  /// some servers (RFC 9110, 8.6).
  var sendsBody: Bool {
    switch request.method {
    case .get, .delete: request.body != nil
    case .post, .put, .patch: true
    }
  }
}

/// Where a transfer goes.
struct TransferRoute: Sendable, Hashable {
  /// The server and what is asked of it.
  let target: RequestTarget
  /// The proxy to go through, nil to connect directly.
  let proxy: ProxyAddress?
  /// What an `https` proxy is verified by, nil for the system's authorities.
  let proxyCABundle: [UInt8]?

  /// An answer of the server that means nothing.
  func malformedAnswer(_ detail: String) -> TransportError {
    .malformedAnswer(host: target.host, port: target.port, detail: detail)
  }
}
