import Documents

/// Lists, then watches, and keeps at it.
actor WatchReading {
  private let session: APISession

  init(
    session: APISession, type: ResourceType, namespace: String?, name: String?,
    options: WatchOptions
  ) {
    self.session = session
  }

  func next() async throws -> WatchEvent? {
    nil
  }
}
