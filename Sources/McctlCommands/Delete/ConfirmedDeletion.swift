import Terminal
import Workflows

/// Something is destroyed: it is shown first, and an operator has to agree to it, by typing a name or
/// beforehand.
struct ConfirmedDeletion {
  let context: CommandContext
  let clusters: Clusters
  let change: ChangeOptions
  private let agreement = Agreement()

  init(context: CommandContext, clusters: Clusters, change: ChangeOptions) {
    self.context = context
    self.clusters = clusters
    self.change = change
  }

  /// Says which clusters are acted on, and refuses at once where a question will have to be asked and cannot be. No
  /// request has been made by then.
  func begin(announcing: Bool = true) throws {
    if announcing { context.announce(clusters) }
    try requireWayToAgree()
  }

  /// Refuses where a question will have to be asked and cannot be.
  func requireWayToAgree() throws {
    guard try asks, !context.invocation.streams.terminal.canPrompt else { return }
    throw UserFacingError(
      .confirmationNeeded, status: .refused,
      what: "deleting has to be confirmed, and there is no terminal to ask on",
      location: .hub(clusters.hub),
      next: [
        "run it on a terminal, or agree beforehand with --yes", "see what would go with --dry-run",
      ])
  }

  /// Plans, shows what will vanish, asks, and carries out.
  func run<W: Workflow>(
    _ workflow: W, on clusters: Clusters? = nil, by runner: PlanRunner? = nil,
    asking name: String, verb: String = "delete", names: [String], sentence: (W.Report) -> String
  ) async throws -> CommandOutcome {
    let clusters = clusters ?? self.clusters
    let runner = try runner ?? context.runner(change)
    let plan = try await runner.prepare(workflow, on: clusters)
    if try change.dryRun.mode.isPersistent, plan.hasDifferences {
      try await agreement.once(name) {
        let list = Self.doomed(plan.summaries)
        if try asks { try await confirm(list, name, verb) } else { context.reporter.note(list) }
      }
    }
    let result = try await runner.carryOut(plan, on: clusters)
    return CommandOutcome(result, mode: runner.mode, names: names, sentence: sentence)
  }

  var asks: Bool {
    get throws { try change.dryRun.mode.isPersistent && !change.yes }
  }

  /// What will vanish, and what a reader should know about it. What the operation itself makes on its way
  /// is not there yet.
  static func doomed(_ steps: [StepSummary]) -> String {
    let made = Set(steps.flatMap(\.changes).filter { $0.action == .create }.map(\.object))
    let doomed = steps.map { step in
      StepSummary(
        id: step.id, title: step.title, location: step.location,
        changes: step.changes.filter {
          ($0.action == .delete || $0.note != nil) && !made.contains($0.object)
        })
    }
    return "This will vanish:\n" + PlanText(showsFields: false).text(doomed).trimmingLineFeed
  }

  private func confirm(_ list: String, _ name: String, _ verb: String) async throws {
    let past = verb == "destroy" ? "destroyed" : "deleted"
    try await confirm(
      list, "Type \(name) to \(verb) it:", for: name,
      declined: "\(name) was not \(past): nothing was changed", why: "its name was not typed")
  }

  /// Shows what will vanish, and asks until it is agreed to or declined.
  ///
  /// - Parameters:
  ///   - answer: the only one that agrees.
  ///   - declined: what has not happened after any other.
  func confirm(
    _ list: String, _ question: String, for answer: String, declined: String, why: String
  ) async throws {
    try await context.reporter.pausing {
      context.reporter.renderer.line(list)
      guard try await context.confirmation.asks(question, for: answer) else {
        throw UserFacingError(
          .confirmationDeclined, status: .refused, what: declined, location: .hub(clusters.hub),
          why: why, next: ["run it again, and type \(answer)"])
      }
    }
  }
}

extension String {
  /// The text without the line feed at its end.
  fileprivate var trimmingLineFeed: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
