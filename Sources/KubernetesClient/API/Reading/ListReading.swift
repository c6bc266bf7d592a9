import Documents

/// Reads whole lists.
struct ListReading: Sendable {
  let session: APISession
  let request: ListRequest
  /// Reduces each item to what is kept of it.
  var reduce: (@Sendable (Value) -> Value)?

  /// All objects as of one version of the collection.
  func objects() async throws -> ObjectList {
    try await consistently { paged in
      var items: [Value] = []
      let last = try await pages(paged) { item in
        let item = request.completed(item)
        items.append(reduce?(item) ?? item)
      }
      return ObjectList(items: items, resourceVersion: last.resourceVersion ?? "")
    }
  }

  /// All rows as of one version of the collection.
  func table() async throws -> ResourceTable {
    try await consistently { paged in
      var rows: [ResourceTable.Row] = []
      let last = try await pages(paged) { rows.append(ResourceTable.Row($0)) }
      return ResourceTable(
        columns: ResourceTable.columns(last.value), rows: rows,
        resourceVersion: last.resourceVersion ?? "")
    }
  }

  /// Reads in pages, and when the version that the list began with has been forgotten meanwhile (410)
  /// anew in one answer, as client-go's pager does: that cannot expire.
  private func consistently<Answer>(
    _ read: (_ paged: Bool) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await read(true)
    } catch KubernetesError.gone {
      return try await read(false)
    }
  }

  /// Reads page after page and returns what the last one says beside its items.
  private func pages(
    _ paged: Bool, _ take: (Value) -> Void
  ) async throws -> ListEnvelope {
    var token: String?
    while true {
      let call = try request.call(continuing: token, paged: paged, connection: session.connection)
      let isWhole = !paged || request.options.fromCache
      let envelope = try await page(call, streamed: isWhole, take)
      guard let next = envelope.continueToken else { return envelope }
      token = next
    }
  }

  /// Reads a page. Pages have a bounded size and are read whole, over a connection shared with other
  /// requests; a list in one answer has not, so its bytes are decoded as they arrive.
  private func page(
    _ call: APICall, streamed: Bool, _ take: (Value) -> Void
  ) async throws -> ListEnvelope {
    var decoder = ListItemDecoder(arrayKey: request.arrayKey)
    do {
      if streamed {
        for try await chunk in try await session.stream(call).body {
          for item in try decoder.feed(chunk) { take(item) }
        }
      } else {
        let response = try await session.send(call)
        try AnswerReading.requireJSON(response, context: call.context)
        for item in try decoder.feed(response.body) { take(item) }
      }
      return try request.checked(decoder.finish())
    } catch {
      throw call.failure(error)
    }
  }
}

extension ResourceTable.Row {
  /// Reads an element of a Table's `rows`.
  fileprivate init(_ row: Value) {
    let object = row["object"]
    self.init(cells: row["cells"]?.array ?? [], object: object?.isNull == true ? nil : object)
  }
}
