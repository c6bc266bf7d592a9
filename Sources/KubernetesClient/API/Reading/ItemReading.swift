import Documents

/// Reads a list item by item while its bytes arrive.
actor ItemReading {
  private let session: APISession
  private let request: ListRequest

  /// Items that one piece of the answer held, the next one last.
  private var pending: [Value] = []
  private var page: Page?
  private var token: String?
  private var isOver = false
  /// What has been handed out, so that a list that begins anew skips it.
  private var delivered: Set<Int> = []
  private var skipsDelivered = false

  private struct Page {
    let call: APICall
    let body: HTTPBody
    var decoder: ListItemDecoder
  }

  init(session: APISession, request: ListRequest) {
    self.session = session
    self.request = request
  }

  /// The next item; nil after the last.
  func next() async throws -> Value? {
    while true {
      while let item = pending.popLast() {
        guard isNew(item) else { continue }
        return request.completed(item)
      }
      if isOver { return nil }
      try await advance()
    }
  }

  private func isNew(_ item: Value) -> Bool {
    guard request.options.pageSize > 0, !request.options.fromCache else { return true }
    let isNew = delivered.insert(item.at("metadata", "uid").hashValue).inserted
    return isNew || !skipsDelivered
  }

  /// Opens a page, reads a piece of it or ends it.
  private func advance() async throws {
    guard let page else {
      self.page = try await open()
      return
    }
    do {
      var iterator = page.body.makeAsyncIterator()
      if let chunk = try await iterator.next() {
        try take(chunk)
      } else {
        try end(page)
      }
    } catch {
      throw page.call.failure(error)
    }
  }

  private func take(_ chunk: [UInt8]) throws(DocumentError) {
    guard var page else { return }
    self.page = nil  // gives up this reference, so that the decoder is changed in place
    pending = try page.decoder.feed(chunk).reversed()
    self.page = page
  }

  private func end(_ page: Page) throws(DocumentError) {
    var page = page
    token = try request.checked(page.decoder.finish()).continueToken
    isOver = token == nil
    self.page = nil
  }

  /// Opens the next page. When its token has expired (410), the server offers another that goes on from
  /// a later version of the collection.
  private func open() async throws -> Page {
    do {
      return try await open(token)
    } catch KubernetesError.gone(let context) where token != nil {
      skipsDelivered = context.continueToken == nil
      return try await open(context.continueToken)
    }
  }

  private func open(_ token: String?) async throws -> Page {
    let call = try request.call(continuing: token, paged: true, connection: session.connection)
    let stream = try await session.stream(call)
    return Page(
      call: call, body: stream.body, decoder: ListItemDecoder(arrayKey: request.arrayKey))
  }
}
