import Documents
import FoundationEssentials
import Logging
import Synchronization
import Terminal
import Workflows

/// Tells how a run gets on: to the person on standard error, and to programs through `--events`.
final class Reporter: EventSink {
  /// Draws progress; everything that goes to standard error while a command runs goes through it.
  let renderer: any ProgressRenderer
  /// Takes the log lines of the libraries, by `-v`.
  let logger: Logger
  private let log: EventLog?
  private let settings: ReportingSettings
  private let operation: String
  private let now: @Sendable () -> Date
  /// The clusters that are shown as one row each.
  private let overview = Mutex<Set<String>>([])

  /// Opens the file for events.
  init(
    operation: String, settings: ReportingSettings, invocation: Invocation
  ) throws(EventLogFailure) {
    self.operation = operation
    self.settings = settings
    now = invocation.now
    let start = ContinuousClock.now
    let renderer = settings.progress.renderer(
      streams: invocation.streams, color: settings.color,
      now: { start.duration(to: ContinuousClock.now) })
    self.renderer = renderer
    logger = CommandLog.logger(verbosity: settings.verbosity) { renderer.line($0) }
    if let target = settings.events {
      log = try EventLog(target, streams: invocation.streams)
    } else {
      log = nil
    }
  }

  /// Standard output carries events, and the result is in the last of them.
  var ownsStandardOutput: Bool { log != nil && settings.events == "-" }

  /// Takes an event of a workflow: writes it down, then shows it.
  func emit(_ event: Event) throws {
    try log?.write(event.document)
    let row = event.subject.flatMap { name in
      overview.withLock { $0.contains(name) } ? name : nil
    }
    let changes =
      row.map { ProgressChange.changes(for: event, inRow: $0) }
      ?? ProgressChange.changes(for: event)
    for change in changes { renderer.apply(change) }
    let lines = EventLines(verbosity: settings.verbosity, subject: row)
    for line in lines.lines(for: event) { renderer.line(line) }
  }

  /// Says something that is good to know, unless told to be quiet.
  func note(_ text: String) {
    if !settings.isQuiet { renderer.line(Self.named(text.multiLine)) }
  }

  /// Says something that the operator should know.
  func warn(_ text: String) {
    renderer.line("warning: \(Self.named(text.multiLine))")
  }

  /// The text after the name of what the present task works on, where that is one of several.
  private static func named(_ text: String) -> String {
    RowSubject.name.map { "\($0.singleLine): \(text)" } ?? text
  }

  /// Takes the progress away while something is asked on the terminal; it comes back unless the asking throws.
  func pausing<Answer>(_ ask: () async throws -> Answer) async throws -> Answer {
    renderer.pause()
    let answer = try await ask()
    renderer.resume()
    return answer
  }

  /// Takes the progress down; the last state stays on the screen.
  func finish() {
    renderer.finish()
  }
}

extension Reporter {
  /// From now on each of these is shown as one row.
  func beginOverview(_ names: [String]) {
    overview.withLock { $0.formUnion(names) }
    renderer.beginOverview()
    for name in names { renderer.apply(.planned(id: name, group: nil, title: name)) }
  }

  /// Work on one of several has begun.
  func beganRow(_ name: String) {
    renderer.apply(.started(id: name, group: nil, title: name))
  }

  /// Work on one of several has ended, or will not be begun.
  func endedRow<Product>(
    _ row: ResultRow<Product>, _ tell: (Product) -> ManyRun.Telling
  ) throws {
    var fields: Value = ["subject": .string(row.name)]
    let change: ProgressChange
    switch row.ending {
    case .done(let product):
      fields["state"] = "done"
      change = .finished(id: row.name, outcome: .done, note: tell(product).word)
    case .failed(let failure):
      fields["state"] = "failed"
      change = .finished(id: row.name, outcome: .failed, note: failure.gist)
    case .skipped(let reason):
      fields["state"] = "skipped"
      change = .finished(id: row.name, outcome: .skipped, note: reason)
    }
    fields["result"] = row.document { tell($0).document }
    try log?.write(envelope("row", fields))
    renderer.apply(change)
  }

  /// The first event. Written before anything is asked of a server, so that a file that cannot be written is found out
  /// while nothing has changed.
  func begin() throws {
    try log?.write(
      envelope("begin", ["mcctl": .string(ProgramVersion.current)]))
  }

  /// The last event of a command that succeeded, or succeeded in part.
  func end(_ outcome: CommandOutcome) throws {
    var fields: Value = [
      "exitCode": .integer(Int(outcome.status.rawValue)),
      "result": outcome.eventDocument ?? outcome.document,
    ]
    if !outcome.failures.isEmpty {
      fields["errors"] = .array(outcome.failures.map(\.document))
    }
    try log?.write(envelope("result", fields), isLast: true)
  }

  /// The last event of a command that failed. That it cannot be written is not told over the failure.
  func end(_ failure: UserFacingError) {
    let fields: Value = [
      "exitCode": .integer(Int(failure.status.rawValue)), "errors": [failure.document],
    ]
    try? log?.write(envelope("result", fields), isLast: true)
  }

  /// The last event when there is nothing to tell but the end.
  func end(quietlyAs status: ExitStatus) {
    try? log?.write(
      envelope("result", ["exitCode": .integer(Int(status.rawValue))]), isLast: true)
  }

  private func envelope(_ event: String, _ fields: Value) -> Value {
    var value: Value = [
      "v": .integer(Event.schemaVersion), "time": .string(now().formatted(.iso8601)),
      "operation": .string(operation), "event": .string(event),
    ]
    for (key, field) in fields.object ?? Object() { value[key] = field }
    return value
  }
}
