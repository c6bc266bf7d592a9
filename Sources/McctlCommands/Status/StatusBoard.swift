import FoundationEssentials
import Synchronization
import Terminal
import Workflows

/// The table of a watch on a terminal: drawn again in place when a cluster changes, and every second for the ages.
final class StatusBoard: Sendable {
  private let context: CommandContext
  private let request: StatusRequest
  private let isWide: Bool
  private let lines: LiveLines
  private let rows = Mutex<[String: StatusRow]>([:])

  init(context: CommandContext, request: StatusRequest, isWide: Bool) {
    self.context = context
    self.request = request
    self.isWide = isWide
    let streams = context.invocation.streams
    lines = LiveLines(sink: streams.output) { streams.terminal.size }
  }

  /// Whether the result goes to a terminal on which it can be drawn in place.
  static func fits(_ context: CommandContext) -> Bool {
    let terminal = context.invocation.streams.terminal
    guard terminal.outputIsTerminal, terminal.movesCursor else { return false }
    switch context.printer.format {
    case .table, .wide: return true
    case .json, .yaml, .name, .jsonPath, .customColumns: return false
    }
  }

  /// Follows the clusters until it is stopped; throws what goes wrong.
  func run(_ changes: AsyncThrowingStream<StatusChange, any Error>) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(1))
          try self.draw()
        }
      }
      group.addTask {
        var last = ContinuousClock.now - .seconds(1)
        for try await change in changes {
          self.take(change)
          // A list comes as thousands of changes at once; the next second draws what is left out here.
          guard last.duration(to: ContinuousClock.now) > .milliseconds(200) else { continue }
          try self.draw()
          last = ContinuousClock.now
        }
      }
      try await group.next()
    }
  }

  private func take(_ change: StatusChange) {
    rows.withLock { rows in
      switch change {
      case .changed(let row):
        rows[row.name] = request.onlyUnregistered && row.isRegistered ? nil : row
      case .removed(let name): rows[name] = nil
      }
    }
  }

  private func draw() throws {
    let table = StatusTable(now: context.invocation.now())
    let sorted = request.order.sorted(rows.withLock { Array($0.values) })
    let room = lines.room - 2
    let isCut = sorted.count > room
    let shown = isCut ? Array(sorted.prefix(max(1, room - 1))) : sorted
    let text = context.printer.table(isWide ? table.wideTable(shown) : table.table(shown))
    var drawn = text.split(separator: "\n").map(String.init)
    if isCut { drawn.append("and \(sorted.count - shown.count) more") }
    let registered = sorted.count { $0.isRegistered }
    drawn.append("\(registered) of \(sorted.count) registered; Ctrl-C ends")
    try lines.draw(drawn)
  }
}
