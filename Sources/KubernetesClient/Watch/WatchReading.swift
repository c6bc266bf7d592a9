import Documents

/// Lists, then watches, and keeps at it.
actor WatchReading {
  private enum Phase {
    case listing(fromCache: Bool)
    case watching(since: String)
  }

  private struct OpenWatch {
    let call: APICall
    let body: HTTPBody
    let opened: ContinuousClock.Instant
    var framing = WatchFraming()
    var hasToldSomething = false
  }

  private let session: APISession
  private let target: WatchTarget
  private let options: WatchOptions
  private var phase: Phase
  private var watch: OpenWatch?
  private var asksForBookmarks = true
  private var backoff = Backoff()
  private var isInterrupted = false
  /// Events that are not handed out yet, the next one last.
  private var pending: [WatchEvent] = []

  init(session: APISession, target: WatchTarget, options: WatchOptions) {
    self.session = session
    self.target = target
    self.options = options
    phase = .listing(fromCache: options.startsFromCache)
  }

  /// The next event.
  func next() async throws -> WatchEvent {
    while true {
      if let event = pending.popLast() { return event }
      do {
        try await advance()
      } catch let error as KubernetesError {
        try await recover(from: error)
      }
    }
  }

  private func advance() async throws {
    switch phase {
    case .listing(let fromCache):
      try await list(fromCache: fromCache)
    case .watching(let version):
      guard let watch else {
        self.watch = try await open(since: version)
        return
      }
      try await read(watch)
    }
  }

  private func list(fromCache: Bool) async throws {
    let request = target.list(options, fromCache: fromCache)
    let reading = ListReading(session: session, request: request, reduce: options.reduce)
    let list = try await reading.objects()
    resumed()
    phase = .watching(since: list.resourceVersion)
    pending = [.initial(list.items)]
  }

  private func open(since version: String) async throws -> OpenWatch {
    let call = try target.call(
      options, since: version, bookmarks: asksForBookmarks, connection: session.connection)
    let body = try await session.stream(call).body
    resumed()
    return OpenWatch(call: call, body: body, opened: .now)
  }

  private func resumed() {
    if isInterrupted { options.onResumption?() }
    isInterrupted = false
  }

  private func read(_ watch: OpenWatch) async throws {
    do {
      var iterator = watch.body.makeAsyncIterator()
      guard let chunk = try await iterator.next() else {
        try await end(watch)
        return
      }
      try take(chunk)
    } catch TransportError.timedOut(phase: .transferring, _, _, _) {
      // The server did not end the request in the time it was given; the connection may be dead.
      self.watch = nil
    } catch {
      throw watch.call.failure(error)
    }
  }

  /// A request that the server ends is normal and resumed at once, unless it ended as soon as it began.
  private func end(_ watch: OpenWatch) async throws {
    self.watch = nil
    if watch.hasToldSomething || .now - watch.opened >= .seconds(1) { return }
    try await session.pause(backoff.pause())
  }

  private func take(_ chunk: [UInt8]) throws {
    guard var watch else { return }
    self.watch = nil  // gives up this reference, so that the framing is changed in place
    var events: [WatchEvent] = []
    for frame in try watch.framing.feed(chunk) {
      session.logEvent(frame)
      let notice = try notice(frame, of: watch)
      if let version = notice.resourceVersion { phase = .watching(since: version) }
      if let event = notice.event(reducedBy: options.reduce) { events.append(event) }
      watch.hasToldSomething = true
      backoff.reset()
    }
    self.watch = watch
    pending = events.reversed()
  }

  /// Reads an event. Some servers cannot keep an idle watch current (etcd without progress
  /// notifications) and refuse bookmarks with an error event; without bookmarks they go on.
  private func notice(_ frame: [UInt8], of watch: OpenWatch) throws -> WatchNotice {
    do {
      return try WatchNotice(JSON.decode(frame), context: watch.call.context)
    } catch KubernetesError.server(let webhook, let context) where !watch.hasToldSomething {
      asksForBookmarks = false
      throw KubernetesError.server(webhook: webhook, context)
    }
  }

  /// Goes on after a failure that heals, and throws one that does not.
  private func recover(from error: KubernetesError) async throws {
    watch = nil
    if case .gone = error {
      phase = .listing(fromCache: false)
    } else if !error.isTransient {
      throw error
    }
    let isFirst = backoff.failures == 0
    var pause = max(backoff.pause(), error.retryAfter ?? .zero)
    if case .gone = error, isFirst { pause = .zero }
    isInterrupted = true
    options.onInterruption?(
      WatchInterruption(error: error, failures: backoff.failures, retryDelay: pause))
    if pause > .zero { try await session.pause(pause) }
  }
}
