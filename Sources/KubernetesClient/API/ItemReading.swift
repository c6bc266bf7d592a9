import Documents

/// Reads a list item by item.
actor ItemReading {
  private let session: APISession
  private let request: ListRequest
  private var pending: [Value] = []
  private var token: String?
  private var isOver = false

  init(session: APISession, request: ListRequest) {
    self.session = session
    self.request = request
  }

  /// The next item; nil after the last.
  func next() async throws -> Value? {
    while pending.isEmpty {
      if isOver { return nil }
      try await readPage()
    }
    return pending.removeFirst()
  }

  private func readPage() async throws {
    let call = try request.call(continuing: token, paged: true, connection: session.connection)
    let page = try await session.value(call)
    pending = (page["items"]?.array ?? []).map(request.completed)
    token = page.at("metadata", "continue")?.string.flatMap { $0.isEmpty ? nil : $0 }
    isOver = token == nil
  }
}
