import CCurl

/// One transfer in libcurl's hands: what goes out, what comes in. Confined to the event-loop thread.
final class Transfer {
  let order: TransferOrder
  let handle: CurlHandle

  private var deadlines: TransferDeadlines
  private var upload: TransferUpload
  private var head = ResponseHeadParser()
  private var bytesReceived = 0
  /// The socket made last for the transfer; libcurl may have closed it meanwhile.
  private var socket: curl_socket_t?
  /// Why a callback ended the transfer, which libcurl only reports as a failed write.
  private var refusal: TransportError?

  /// Prepares the transfer; it starts when its handle is added to a multi handle. A stream uses its own
  /// connections.
  ///
  /// - Throws: ``TransportError`` when the order cannot be carried out at all.
  init(
    _ order: TransferOrder, streamConnections: UnsafeMutableRawPointer?
  ) throws(TransportError) {
    guard let handle = CurlHandle() else { throw .system(detail: "out of memory") }
    self.order = order
    self.handle = handle
    deadlines = TransferDeadlines(order.request.timeouts, started: .now)
    upload = TransferUpload(order.request.body ?? [])
    do {
      try TransferSetup(
        order: order, handle: handle, streamConnections: streamConnections
      ).apply()
      try installCallbacks()
    } catch {
      throw error.transportError
    }
  }

  /// Goes on with a body that was held back.
  func resume() {
    guard deadlines.isHeldBack else { return }
    // libcurl may offer the waiting piece within the call, and the receiver hold it back again.
    deadlines.isHeldBack = false
    deadlines.lastActivity = .now
    _ = mcctl_curl_easy_resume(handle.raw)
  }

  /// When to ask ``overdueOutcome(at:)`` next, nil for never.
  func nextCheck(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    deadlines.nextCheck(after: now)
  }

  /// How the transfer ends at `now` because it took too long; nil when it is in time.
  func overdueOutcome(at now: ContinuousClock.Instant) -> TransferOutcome? {
    if !deadlines.isConnected {
      let microseconds = handle.offset(CURLINFO_PRETRANSFER_TIME_T)
      if microseconds > 0 { deadlines.noteConnected(after: .microseconds(microseconds)) }
    }
    guard let limit = deadlines.passedLimit(at: now) else { return nil }
    let facts = facts(CURLE_OPERATION_TIMEDOUT)
    return outcome(error: translation(facts).timedOut(after: limit))
  }

  /// What libcurl's final `code` means.
  func outcome(_ code: CURLcode) -> TransferOutcome {
    let facts = facts(code)
    return outcome(error: refusal ?? (code == CURLE_OK ? nil : translation(facts).error))
  }

  private func translation(_ facts: TransferFacts) -> FailureTranslation {
    FailureTranslation(
      route: order.route, verifiedName: order.verifiedName,
      connectTimeout: order.request.timeouts.connect, facts: facts)
  }

  private func outcome(error: TransportError?) -> TransferOutcome {
    TransferOutcome(
      error: error, certificates: order.purpose == .certificates ? handle.certificates : [])
  }

  private func facts(_ code: CURLcode) -> TransferFacts {
    TransferFacts(
      code: code, phase: phase, handle: handle, bytesReceived: bytesReceived)
  }

  private var phase: TimeoutPhase {
    if head.hasStarted { return .transferring }
    if isOver(CURLINFO_PRETRANSFER_TIME_T) { return .firstByte }
    let route = order.route
    guard isOver(CURLINFO_NAMELOOKUP_TIME_T) else {
      let lookedUp = route.proxy?.host ?? route.target.host
      return IPAddress(lookedUp) == nil ? .resolving : .connecting
    }
    // Some libcurls, 7.88 among them, know the time of the TCP connection only when that of TLS stands, too.
    let hasTCP = isOver(CURLINFO_CONNECT_TIME_T) || socket.map(mcctl_is_connected) == true
    let hasTunnel = route.proxy == nil || handle.fact(CURLINFO_HTTP_CONNECTCODE) != 0
    return hasTCP && hasTunnel && route.target.isSecure ? .tlsHandshake : .connecting
  }

  private func isOver(_ step: CURLINFO) -> Bool {
    handle.offset(step) > 0
  }
}

// MARK: Callbacks

extension Transfer {
  private func installCallbacks() throws(CurlHandle.OptionFailure) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    try handle.onSocket(context) { context, socket, _ in
      Transfer.of(context)?.socket = socket
      return Int32(CURL_SOCKOPT_OK)
    }
    try handle.onHeaderLine(context) { bytes, size, count, context in
      Transfer.of(context)?.takeHeaderLine(.init(start: bytes, count: size * count)) ?? 0
    }
    try handle.onBody(context) { bytes, size, count, context in
      Transfer.of(context)?.takeBody(.init(start: bytes, count: size * count)) ?? 0
    }
    guard order.sendsBody else { return }
    try handle.onUpload(context) { bytes, size, count, context in
      Transfer.of(context)?.fill(.init(start: bytes, count: size * count)) ?? 0
    }
    // libcurl sends a request again by itself when a kept connection turns out dead. Without a way back in the
    // body it cannot, once any of the body is sent.
    guard order.request.isIdempotent else { return }
    try handle.onSeek(context) { context, offset, origin in
      let isDone = origin == SEEK_SET && Transfer.of(context)?.rewind(to: Int(offset)) == true
      return Int32(isDone ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// How many bytes were taken; fewer than given end the transfer.
  private func takeHeaderLine(_ line: UnsafeRawBufferPointer) -> Int {
    deadlines.lastActivity = .now
    switch head.take(line) {
    case .incomplete:
      break
    case .complete:
      order.receiver.receiveHead(
        AnswerHead(
          status: head.status, headers: head.headers, protocolName: handle.protocolName,
          isConnectionReused: handle.fact(CURLINFO_NUM_CONNECTS) == 0))
    case .tooLarge:
      return refuse(.tooLarge(limit: ResponseHeadParser.maximumBytes))
    case .malformed:
      return refuse(order.route.malformedAnswer("a header line without a name"))
    }
    return line.count
  }

  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    deadlines.lastActivity = .now
    switch order.receiver.receive(bytes) {
    case .taken:
      bytesReceived += bytes.count
      return bytes.count
    case .holdBack:
      deadlines.isHeldBack = true
      return Int(CURL_WRITEFUNC_PAUSE)
    case .refused(let error):
      return refuse(error)
    }
  }

  private func refuse(_ error: TransportError) -> Int {
    refusal = error
    return 0
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
    deadlines.lastActivity = .now
    return upload.fill(room)
  }

  private func rewind(to offset: Int) -> Bool {
    upload.rewind(to: offset)
  }
}
