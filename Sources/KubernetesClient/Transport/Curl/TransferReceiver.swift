/// Takes what a transfer brings. Called on the event-loop thread alone, so it must be quick.
protocol TransferReceiver: Sendable {
  /// The head of the answer, once, before any of the body.
  func receiveHead(_ head: AnswerHead)

  /// A piece of the body.
  func receive(_ bytes: UnsafeRawBufferPointer) -> ReceiveDecision

  /// The end, once, unless the transfer was abandoned.
  func finish(_ outcome: TransferOutcome)
}

/// What becomes of a piece of a body.
enum ReceiveDecision {
  case taken
  /// Nothing more for now; the same piece is offered again after ``CurlEventLoop/Command/resume(_:)``.
  case holdBack
  /// The transfer ends with this error.
  case refused(TransportError)
}

/// What is known when the head of an answer is there.
struct AnswerHead: Sendable {
  var status: Int
  var headers: HTTPHeaders
  /// E.g. `HTTP/2`.
  var protocolName: String?
  /// Whether the request went over a connection kept from an earlier one.
  var isConnectionReused: Bool
}

/// How a transfer ended.
struct TransferOutcome: Sendable {
  /// Nil when the answer is complete.
  var error: TransportError?
  /// For ``TransferOrder/Purpose/certificates``: the server's chain as PEM, its own certificate first.
  var certificates: [String] = []
}
