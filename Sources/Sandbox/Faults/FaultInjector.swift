import Documents
import Synchronization

/// The faults that are set at a server, and how often each has struck.
final class FaultInjector: Sendable {
  private struct Entry {
    let fault: Fault
    var seen = 0
  }

  private let entries = Mutex<[Entry]>([])

  /// The faults that are set, those that have run out among them.
  var all: [Fault] { entries.withLock { $0.map(\.fault) } }

  /// Adds a fault to those that are set.
  func add(_ fault: Fault) { entries.withLock { $0.append(Entry(fault: fault)) } }

  /// Takes all faults away.
  func clear() { entries.withLock { $0.removeAll() } }

  /// The effects that strike a request.
  func effects(method: String, path: String) -> [Fault.Effect] {
    entries.withLock { entries in
      entries.indices.compactMap { index in
        let fault = entries[index].fault
        guard fault.concerns(method: method, path: path) else { return nil }
        entries[index].seen += 1
        let turn = entries[index].seen - fault.skip
        guard turn > 0, turn <= fault.times ?? .max else { return nil }
        return fault.effect
      }
    }
  }
}
