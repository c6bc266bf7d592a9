import Documents
import Foundation

/// The events of a watch as a client gets them: selected, encoded, with bookmarks.
struct WatchStream: Sendable {
  let store: ObjectStore
  let rendering: ObjectRendering
  let namespace: String?
  let list: ListRequest
  let limits: WatchLimits

  /// Starts from the present: those that exist come first as `ADDED`.
  func fromPresent() -> ChunkStream {
    let (snapshot, watch) = store.watch(rendering.definition.storage)
    let initial = snapshot.objects.filter(isWanted)
    return stream(watch) { writer in
      for object in initial { writer.send("ADDED", object) }
      if list.sendsInitialEvents == true, list.allowsBookmarks {
        writer.sendBookmark(snapshot.revision, endsInitialEvents: true)
      }
    }
  }

  /// Goes on after a revision.
  func resume(after revision: UInt64) throws(ObjectStore.Compacted) -> ChunkStream {
    let watch = try store.watch(rendering.definition.storage, after: revision)
    return stream(watch) { _ in }
  }

  private func isWanted(_ object: StoredObject) -> Bool {
    (namespace == nil || object.key.namespace == namespace) && list.matches(object.value)
  }

  private func stream(
    _ watch: StoreWatch, _ begin: @escaping @Sendable (WatchWriter) -> Void
  ) -> ChunkStream {
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    let writer = WatchWriter(rendering: rendering, limits: limits, continuation: continuation)
    begin(writer)
    let pump = Task {
      await withTaskGroup { group in
        group.addTask { await self.pump(watch, into: writer) }
        group.addTask { await self.keepTime(watch) }
        _ = await group.next()
        group.cancelAll()
      }
      store.endWatch(watch.id)
      continuation.finish()
    }
    return ChunkStream(chunks: stream) {
      pump.cancel()
      store.endWatch(watch.id)
    }
  }

  private func pump(_ watch: StoreWatch, into writer: WatchWriter) async {
    if writer.isOver { return }
    for await signal in watch.signals {
      switch signal {
      case .event(let event): forward(event, to: writer)
      case .progress(let revision): writer.sendBookmark(revision, endsInitialEvents: false)
      }
      if writer.isOver { return }
    }
  }

  /// Sends an event as the selectors make it look: an object that begins to match is added, one
  /// that no longer matches is deleted.
  private func forward(_ event: StoreEvent, to writer: WatchWriter) {
    let isNow = event.change != .deleted && isWanted(event.object)
    let wasBefore = event.previous.map(isWanted) ?? false
    switch (wasBefore, isNow) {
    case (false, true): writer.send("ADDED", event.object)
    case (true, true): writer.send("MODIFIED", event.object)
    case (true, false): writer.send("DELETED", event.object)
    case (false, false): break
    }
  }

  /// Asks for bookmarks at times, and returns when the watch has lasted long enough.
  private func keepTime(_ watch: StoreWatch) async {
    let clock = ContinuousClock()
    let end = clock.now + limits.duration(list.timeoutSeconds)
    while !Task.isCancelled, clock.now < end {
      let next = min(clock.now + limits.bookmarkInterval, end)
      do { try await clock.sleep(until: next) } catch { return }
      if list.allowsBookmarks { store.reportProgress(to: watch.id) }
    }
    // Lets the last bookmark go out before the stream ends.
    try? await clock.sleep(for: .milliseconds(20))
  }
}

/// How long watches last and what ends them early.
struct WatchLimits: Sendable {
  /// Time between bookmarks; an API server sends one about every minute.
  var bookmarkInterval: Duration = .seconds(10)
  /// The watch is cut after so many events; nil for no such limit.
  var maximumEvents: Int?

  /// How long a watch lasts; without a wish of the client 30 to 60 minutes, as on an API server.
  func duration(_ seconds: Int?) -> Duration {
    if let seconds, seconds > 0 { return .seconds(seconds) }
    return .seconds(Int.random(in: 1800...3600))
  }
}
