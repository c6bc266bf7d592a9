import Documents
import Synchronization

/// Encodes the events of one watch and counts them.
final class WatchWriter: Sendable {
  private struct State {
    var sent = 0
    /// Tables name their columns in the first event alone.
    var hasSentColumns = false
  }

  private let rendering: ObjectRendering
  private let limits: WatchLimits
  private let continuation: AsyncStream<[UInt8]>.Continuation
  private let state = Mutex(State())

  init(
    rendering: ObjectRendering, limits: WatchLimits,
    continuation: AsyncStream<[UInt8]>.Continuation
  ) {
    self.rendering = rendering
    self.limits = limits
    self.continuation = continuation
  }

  /// Whether the watch has sent as many events as it may.
  var isOver: Bool {
    guard let maximum = limits.maximumEvents else { return false }
    return state.withLock { $0.sent >= maximum }
  }

  /// Sends an event with an object.
  func send(_ type: String, _ object: StoredObject) {
    guard !isOver else { return }
    let hasSentColumns = state.withLock { state in
      defer {
        state.sent += 1
        state.hasSentColumns = true
      }
      return state.hasSentColumns
    }
    if rendering.representation.shape == .table {
      let table = rendering.table(
        [object], revision: object.revision, hasColumns: !hasSentColumns)
      write(type, JSON.encode(table))
    } else {
      write(type, rendering.bytes(of: object))
    }
  }

  /// Sends a bookmark: an object of the kind with nothing but a resourceVersion.
  func sendBookmark(_ revision: UInt64, endsInitialEvents: Bool) {
    guard !isOver else { return }
    var metadata: Value = [
      "resourceVersion": .string(String(revision)), "creationTimestamp": .null,
    ]
    if endsInitialEvents { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
    let kind = rendering.definition.kind
    var object: Value = [
      "kind": .string(kind.kind), "apiVersion": .string(kind.apiVersion), "metadata": metadata,
    ]
    if rendering.representation.shape == .table {
      object = [
        "kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": metadata,
        "columnDefinitions": [], "rows": [],
      ]
    } else if rendering.representation.shape == .metadata {
      object["kind"] = "PartialObjectMetadata"
      object["apiVersion"] = "meta.k8s.io/v1"
    }
    write("BOOKMARK", JSON.encode(object))
  }

  private func write(_ type: String, _ object: [UInt8]) {
    var line = Array("{\"type\":\"\(type)\",\"object\":".utf8)
    line.reserveCapacity(line.count + object.count + 2)
    line += object
    line += "}\n".utf8
    continuation.yield(line)
  }
}
