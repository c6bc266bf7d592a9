import Terminal
import Workflows

extension CommandContext {
  /// A run over many as the flags say, by the deadline of `runner`.
  func many(_ options: ManyOptions, _ runner: PlanRunner) -> ManyRun {
    ManyRun(
      context: self, parallel: options.parallel ?? ManyOptions.standard,
      maxFailures: options.maxFailures, deadline: runner.deadline)
  }

  /// Does the same for several names, some of them at a time, and goes on when one fails. A name that is there
  /// twice is done once.
  ///
  /// With one name it is its outcome, or the failure is thrown, as if there were no list.
  func each(
    _ names: [String], _ options: ManyOptions, _ runner: PlanRunner,
    _ work: @escaping @Sendable (String, PlanRunner) async throws -> CommandOutcome
  ) async throws -> CommandOutcome {
    try await each(names, many(options, runner)) { name in
      try await work(name, options.runner(runner))
    }
  }

  /// As above, one after the other: for commands that ask something about each.
  func each(
    _ names: [String], _ work: @escaping @Sendable (String) async throws -> CommandOutcome
  ) async throws -> CommandOutcome {
    try await each(names, ManyRun(context: self), work)
  }

  private func each(
    _ names: [String], _ many: ManyRun,
    _ work: @escaping @Sendable (String) async throws -> CommandOutcome
  ) async throws -> CommandOutcome {
    var seen: Set<String> = []
    let distinct = names.filter { seen.insert($0).inserted }
    if distinct.count == 1, let only = distinct.first { return try await work(only) }
    let rows = try await many.run(distinct, name: { $0 }, tell: { $0.telling }, work)
    return CommandOutcome(rows)
  }

  /// Works through the clusters of a command that is about many, each with what is known of it, and makes a table of
  /// what they came to.
  ///
  /// A hub that cannot be asked is one error, not one for each cluster.
  ///
  /// - Parameters:
  ///   - nothing: what is said when there are none.
  ///   - prepare: what is done once, before the first of them.
  func members<Member: Sendable>(
    _ members: [Member], name: (Member) -> String, _ options: ManyOptions, _ runner: PlanRunner,
    on hub: ClusterAccess, nothing: String, prepare: () async throws -> Void = {},
    _ work: @escaping @Sendable (Member, PlanRunner) async throws -> CommandOutcome
  ) async throws -> CommandOutcome {
    guard let first = members.first else {
      reporter.note(nothing)
      return CommandOutcome([])
    }
    try await HubPresence.check(hub, lookingFor: name(first), within: runner.deadline)
    try await prepare()
    let start = ContinuousClock.now
    let rows = try await many(options, runner).run(members, name: name, tell: \.telling) { member in
      try await work(member, options.runner(runner))
    }
    return outcome(rows, since: start, runner.mode)
  }

  /// What many came to, as a table; says in one line how many ended how, and how long it took.
  func outcome(
    _ rows: [ResultRow<CommandOutcome>], since start: ContinuousClock.Instant, _ mode: RunMode
  ) -> CommandOutcome {
    reporter.note("\(RowCount(rows).sentence) in \(ElapsedTime.text(start.duration(to: .now)))")
    guard mode.isPersistent else { return CommandOutcome(rows) }
    let table = RowTable(rows)
    return CommandOutcome(rows, human: .table(table.narrow, wide: table.wide))
  }
}
