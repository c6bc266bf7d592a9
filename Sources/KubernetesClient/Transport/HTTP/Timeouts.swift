/// How long the parts of one exchange may take.
public struct Timeouts: Sendable, Hashable {
  /// From the start until the request can be sent: name lookup, connecting, proxy and TLS handshake together.
  public var connect: Duration
  /// From the start until the last byte of the answer; nil sets no limit.
  public var total: Duration?
  /// Longest silence once connected: no byte sent or received. Time in which the reader holds
  /// the body back does not count. Nil sets no limit.
  public var idle: Duration?

  /// Timeouts of these lengths.
  public init(connect: Duration, total: Duration? = nil, idle: Duration? = nil) {
    self.connect = connect
    self.total = total
    self.idle = idle
  }

  /// 10 s to connect, 60 s of silence at most, 5 minutes in all.
  public static let standard = Timeouts(
    connect: .seconds(10), total: .seconds(300), idle: .seconds(60))

  /// 10 s to connect and no other limit, for answers that take as long as they take, such as watches.
  public static let unbounded = Timeouts(connect: .seconds(10))
}

/// What was being waited for when time ran out.
public enum TimeoutPhase: String, Sendable, Hashable, CaseIterable {
  /// The name lookup of the server or of its proxy.
  case resolving = "resolving the name"
  /// The TCP connection, or the proxy's tunnel to the server.
  case connecting = "connecting"
  /// The TLS handshake.
  case tlsHandshake = "the TLS handshake"
  /// The request is sent (or being sent), not one byte of an answer is there.
  case firstByte = "the first byte of the answer"
  /// Part of the answer is there.
  case transferring = "the rest of the answer"
}
