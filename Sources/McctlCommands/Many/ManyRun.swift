import Documents
import FoundationEssentials
import Terminal
import Workflows

/// Does one thing to many clusters, some of them at a time. This is the one way in which commands do it, so
/// that all of them stop, report and count alike.
///
/// - One that fails does not keep the others; after ``maxFailures`` no more are begun.
/// - With a canary the first goes alone, and when it fails no other is begun.
/// - Once the command is stopped, or its time is up, no more are begun; those that run end by themselves.
/// - Whichever is ready first, the rows come in the order of the input.
/// - Each is one row on the terminal and one event `row`; lines of several that run at a time name theirs.
struct ManyRun: Sendable {
  let context: CommandContext
  /// How many are worked on at a time, 1 or more.
  var parallel = 1
  /// How many failures there may be before no more are begun; nil for any number.
  var maxFailures: Int?
  /// The deadline of the whole command.
  var deadline = Deadline.none
  /// The first one goes alone, and the others only when it has succeeded.
  var hasCanary = false

  /// What is told of one that succeeded.
  struct Telling: Sendable {
    /// One word, such as `registered`.
    let word: String
    /// Its machine form.
    let document: Value
  }

  /// Works through all items. Throws only what stops the command as a whole: events that cannot be written.
  ///
  /// - Parameters:
  ///   - name: what the item is called; no two alike.
  ///   - tell: what is told of one that succeeded.
  ///   - work: does it; it is run in a task of its own, in which notes, warnings and log lines name the item.
  func run<Item: Sendable, Product: Sendable>(
    _ items: [Item], name: (Item) -> String,
    tell: @escaping @Sendable (Product) -> Telling,
    _ work: @escaping @Sendable (Item) async throws -> Product
  ) async throws -> [ResultRow<Product>] {
    let names = items.map(name)
    context.reporter.beginOverview(names)
    return try await withThrowingTaskGroup(of: (Int, ResultRow<Product>).self) { group in
      var rows = [ResultRow<Product>?](repeating: nil, count: items.count)
      var (running, failures) = (0, 0)
      for (index, item) in items.enumerated() {
        let limit = hasCanary && index == 1 ? 1 : parallel
        if running >= limit, let (done, row) = try await group.next() {
          rows[done] = row
          running -= 1
          if row.failure != nil { failures += 1 }
        }
        let canary = hasCanary ? rows.first.flatMap(\.self) : nil
        if let reason = reasonToStop(failures, after: canary) {
          rows[index] = try skipped(names[index], reason, tell)
          continue
        }
        running += 1
        group.addTask { [name = names[index]] in
          (index, try await row(item, name, tell, work))
        }
      }
      for try await (index, row) in group { rows[index] = row }
      return rows.compactMap(\.self)
    }
  }

  private func row<Item: Sendable, Product: Sendable>(
    _ item: Item, _ name: String, _ tell: @Sendable (Product) -> Telling,
    _ work: @escaping @Sendable (Item) async throws -> Product
  ) async throws -> ResultRow<Product> {
    context.reporter.beganRow(name)
    let start = ContinuousClock.now
    var row: ResultRow<Product>
    do {
      let product = try await RowSubject.$name.withValue(name) { try await work(item) }
      row = ResultRow(name: name, ending: .done(product))
    } catch {
      var failure = UserFacingError(mapping: error)
      if failure.id == ErrorID.eventsUnwritable.rawValue { throw failure }
      failure.subject = name
      row = ResultRow(name: name, ending: .failed(failure))
    }
    row.elapsed = start.duration(to: .now)
    try context.reporter.endedRow(row, tell)
    return row
  }

  private func skipped<Product: Sendable>(
    _ name: String, _ reason: String, _ tell: @Sendable (Product) -> Telling
  ) throws -> ResultRow<Product> {
    let row = ResultRow<Product>(name: name, ending: .skipped(reason))
    try context.reporter.endedRow(row, tell)
    return row
  }

  private func reasonToStop<Product>(
    _ failures: Int, after canary: ResultRow<Product>?
  ) -> String? {
    if Task.isCancelled { return "not begun: the command was stopped" }
    if deadline.hasPassed { return "not begun: the time given with --timeout was up" }
    if let canary, canary.product == nil {
      return "not begun: the first one, \(canary.name), has not come through"
    }
    if let maxFailures, failures >= maxFailures {
      return "not begun: \(failures) had failed, and --max-failures is \(maxFailures)"
    }
    return nil
  }
}

/// Which of several the present task works on.
enum RowSubject {
  /// Its name; nil outside of such work.
  @TaskLocal static var name: String?
}
