public import FoundationEssentials
@_spi(WriteGrant) import KubernetesClient
@_spi(HostWriteGrant) import RemoteHosts

/// Makes plans and carries them out. This is the one place that can make writers, so nothing else
/// can change a cluster.
public struct PlanRunner: Sendable {
  /// How far plans are carried out.
  public let mode: RunMode
  /// The deadline of the whole command.
  public let deadline: Deadline
  private let sink: any EventSink
  private let now: @Sendable () -> Date

  /// Makes a runner; `now` tells the time for events and for judging expiry.
  public init(
    mode: RunMode, deadline: Deadline = .none, sink: any EventSink = DiscardingEventSink(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.mode = mode
    self.deadline = deadline
    self.sink = sink
    self.now = now
  }

  /// The same, with a deadline of its own that is no later than this one's and `duration` from now.
  public func within(_ duration: Duration) -> PlanRunner {
    let budget = deadline.remaining.map { min($0, duration) } ?? duration
    guard budget == duration else { return self }
    return PlanRunner(mode: mode, deadline: .after(duration), sink: sink, now: now)
  }

  /// Plans and carries out.
  public func run<W: Workflow>(
    _ workflow: W, on clusters: Clusters
  ) async throws(WorkflowError) -> RunResult<W.Report> {
    try await carryOut(try await prepare(workflow, on: clusters), on: clusters)
  }

  /// Reads both sides and makes the plan; nothing is written. Announces the plan as an event.
  public func prepare<W: Workflow>(
    _ workflow: W, on clusters: Clusters
  ) async throws(WorkflowError) -> Plan<W.Report> {
    let narrator = narrator(workflow.operation, workflow.subject)
    let context = PlanningContext(
      clusters: clusters, mode: mode, deadline: deadline, now: now, narrator: narrator)
    do {
      let plan = try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: clusters) }
      ) {
        try await permitted(try await workflow.plan(context), clusters)
      }
      try narrator.emit(.planned(plan.summaries))
      for warning in plan.warnings { try narrator.emit(.warning(warning)) }
      return plan
    } catch {
      throw report(
        WorkflowError(mapping: error, on: clusters, subject: workflow.subject), to: narrator)
    }
  }

  /// Refuses a plan that the caller has not the rights for; when it is only to be shown, marks what
  /// is not permitted.
  private func permitted<Report>(
    _ plan: Plan<Report>, _ clusters: Clusters
  ) async throws -> Plan<Report> {
    let needs = plan.steps.flatMap(\.needs)
    let denied = try await PermissionCheck(clusters: clusters).denied(needs)
    guard !denied.isEmpty else { return plan }
    let location = plan.steps.first { !Set($0.needs).isDisjoint(with: denied) }?.summary.location
    let refusal = NotPermitted(operation: plan.operation, denied: denied, location: location)
    guard mode == .plan || mode == .planWithDiff else { throw refusal }
    return plan.refused(refusal)
  }

  /// Carries a plan out, as far as the mode says, and reports.
  public func carryOut<Report>(
    _ plan: Plan<Report>, on clusters: Clusters
  ) async throws(WorkflowError) -> RunResult<Report> {
    let narrator = narrator(plan.operation, plan.subject)
    var record = RunRecord(mode: mode)
    do {
      guard let writers = writers(for: clusters) else {
        try narrator.emit(.finished(plan.document))
        return RunResult(plan: plan, record: record, report: nil)
      }
      for step in plan.steps {
        let result =
          record.isPending
          ? try leave(step, narrator)
          : try await run(step, writers: writers, narrator: narrator, on: clusters)
        record.results.append((step.summary, result))
      }
      let report = try await plan.report(record)
      try narrator.emit(.finished(report.document))
      return RunResult(plan: plan, record: record, report: report)
    } catch {
      var failure = WorkflowError(mapping: error)
      failure.done = record.changedSteps + failure.done
      throw report(failure, to: narrator)
    }
  }

  private func run(
    _ step: Step, writers: Writers, narrator: Narrator, on clusters: Clusters
  ) async throws -> StepResult {
    let waitingOn = Shared<BlockingFact?>(nil)
    let context = StepContext(
      step: step.summary, mode: mode, deadline: deadline, hub: writers.hub,
      managed: writers.managed, hosting: writers.hosting,
      machines: mode == .persist ? HostWriteGrant() : nil, narrator: narrator, waitingOn: waitingOn)
    if mode == .serverDryRun, case .skip(let reason) = step.dryRun {
      let skipped = StepResult(.skipped, message: reason)
      try narrator.emit(.done(skipped), step: step.summary)
      return skipped
    }
    do {
      try Task.checkCancellation()
      try narrator.emit(.started, step: step.summary)
      let goal = BlockingFact(
        goal: "the step \"\(step.summary.title)\"",
        reason: "requests of it have not been answered, or are being repeated; -v4 shows them")
      let result = try await deadline.race(waitingFor: { waitingOn.value ?? goal }) {
        try await step.body(context)
      }
      try narrator.emit(.done(result), step: step.summary)
      return result
    } catch {
      var failure = WorkflowError(mapping: error, on: clusters, subject: narrator.subject)
      failure.step = failure.step ?? step.summary
      failure.location = failure.location ?? step.summary.location
      throw failure
    }
  }

  /// A step after one that ended the run early.
  private func leave(_ step: Step, _ narrator: Narrator) throws -> StepResult {
    let skipped = StepResult(.skipped, message: "left for a later run of the same command")
    try narrator.emit(.done(skipped), step: step.summary)
    return skipped
  }

  /// Tells a failure; that the telling fails too changes nothing about it.
  private func report(_ failure: WorkflowError, to narrator: Narrator) -> WorkflowError {
    try? narrator.emit(.failed(failure), step: failure.step)
    return failure
  }

  private func narrator(_ operation: String, _ subject: String?) -> Narrator {
    Narrator(operation: operation, subject: subject, sink: sink, now: now)
  }
}

extension PlanRunner {
  private struct Writers {
    let hub: APIWriter
    let managed: APIWriter?
    let hosting: APIWriter?
  }

  /// The writers of this mode; nil when the mode only plans.
  private func writers(for clusters: Clusters) -> Writers? {
    let grant: WriteGrant
    switch mode {
    case .plan, .planWithDiff: return nil
    case .persist: grant = WriteGrant(.persist)
    case .serverDryRun: grant = WriteGrant(.serverDryRun)
    }
    return Writers(
      hub: clusters.hub.reader.writer(grant), managed: clusters.managed?.reader.writer(grant),
      hosting: clusters.hosting?.reader.writer(grant))
  }
}
