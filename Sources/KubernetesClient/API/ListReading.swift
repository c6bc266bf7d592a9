import Documents

/// Reads whole lists.
struct ListReading: Sendable {
  let session: APISession
  let request: ListRequest

  /// All objects as of one version of the collection.
  func objects() async throws -> ObjectList {
    try await consistently { paged in
      var items: [Value] = []
      let version = try await pages(paged) { page in
        items += (page["items"]?.array ?? []).map(request.completed)
      }
      return ObjectList(items: items, resourceVersion: version)
    }
  }

  /// All rows as of one version of the collection.
  func table() async throws -> ResourceTable {
    try await consistently { paged in
      var columns: [ResourceTable.Column] = []
      var rows: [ResourceTable.Row] = []
      let version = try await pages(paged) { page in
        guard page["kind"]?.string == "Table" else {
          throw DocumentError("the server sent no table")
        }
        if columns.isEmpty { columns = ResourceTable.columns(page) }
        rows += ResourceTable.rows(page)
      }
      return ResourceTable(columns: columns, rows: rows, resourceVersion: version)
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

  /// Reads page after page and returns the version of the collection that they show.
  private func pages(_ paged: Bool, _ take: (Value) throws -> Void) async throws -> String {
    var token: String?
    while true {
      let call = try request.call(
        continuing: token, paged: paged, connection: session.connection)
      let page = try await session.value(call)
      do {
        try take(page)
      } catch let error as DocumentError {
        throw KubernetesError.decoding(error, call.context)
      }
      token = page.at("metadata", "continue")?.string.flatMap { $0.isEmpty ? nil : $0 }
      if token == nil { return page.at("metadata", "resourceVersion")?.string ?? "" }
    }
  }
}
