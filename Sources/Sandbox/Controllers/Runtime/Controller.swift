import Documents
import Logging

/// A reconciliation loop: watches feed keys into a queue, and each key is reconciled until the
/// cluster is as it should be.
struct Controller: Sendable {
  /// Objects whose changes concern the controller, and the keys that each change touches.
  struct Source: Sendable {
    let kind: Kind
    let namespace: String?
    /// Only the object of that name, when the client can watch so.
    let name: String?
    let keys: @Sendable (_ type: String, _ object: Value) -> [String]

    /// - Parameter keys: the keys a change touches; by default the object's name.
    init(
      _ kind: Kind, _ namespace: String? = nil, name: String? = nil,
      keys: @escaping @Sendable (_ type: String, _ object: Value) -> [String] = {
        [$1.objectName]
      }
    ) {
      self.kind = kind
      self.namespace = namespace
      self.name = name
      self.keys = keys
    }
  }

  /// What is wanted after a reconciliation that did not fail.
  enum Outcome: Sendable {
    /// Nothing until something changes.
    case settled
    /// Another look after a while, because nothing will announce what is waited for.
    case again(after: Duration)
  }

  let name: String
  /// Delivers the changes.
  let client: any ResourceClient
  let sources: [Source]
  /// Keys to look at from the start, whatever exists.
  var initialKeys: [String] = []
  let pace: Pace
  let logger: Logger
  /// Brings one key into its wanted state; a thrown error is logged and the key tried again.
  let reconcile: @Sendable (String) async throws -> Outcome

  /// Runs until the task is cancelled.
  func run() async {
    let queue = WorkQueue()
    let failures = FailureCounts()
    for key in initialKeys { await queue.add(key) }
    await withDiscardingTaskGroup { group in
      group.addTask { await queue.keepAppointments() }
      for source in sources {
        group.addTask {
          for await event in changes(source) {
            for key in source.keys(event.type, event.object) { await queue.add(key) }
          }
        }
      }
      group.addTask {
        await queue.drain { key in await process(key, queue, failures) }
      }
    }
  }

  private func changes(_ source: Source) -> AsyncStream<(type: String, object: Value)> {
    if let name = source.name, let client = client as? any SelectiveClient {
      return client.watch(source.kind, source.namespace, name: name)
    }
    return client.watch(source.kind, source.namespace)
  }

  private func process(_ key: String, _ queue: WorkQueue, _ failures: FailureCounts) async {
    do {
      let outcome = try await reconcile(key)
      await failures.forget(key)
      if case .again(let wait) = outcome { await queue.add(key, after: wait) }
    } catch is CancellationError {
      return
    } catch {
      if Task.isCancelled { return }
      let wait = await failures.nextWait(key, longest: pace.longestRetry)
      logger.debug("\(name): \(key.isEmpty ? "" : "\(key): ")\(error)")
      await queue.add(key, after: wait)
    }
  }
}

/// A client that can watch single objects: whose rights are limited to some names must.
protocol SelectiveClient: ResourceClient {
  /// Watches one object, or all when `name` is nil.
  func watch(
    _ k: Kind, _ namespace: String?, name: String?
  ) -> AsyncStream<(type: String, object: Value)>
}

/// How often each key failed in a row: the wait before the next try doubles each time.
private actor FailureCounts {
  private var counts: [String: Int] = [:]

  func forget(_ key: String) { counts[key] = nil }

  func nextWait(_ key: String, longest: Duration) -> Duration {
    let count = counts[key, default: 0]
    counts[key] = count + 1
    return min(.milliseconds(20) * (1 << min(count, 10)), longest)
  }
}
