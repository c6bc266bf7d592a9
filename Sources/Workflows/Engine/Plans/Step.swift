import KubernetesClient
import RemoteHosts

/// One "ensure" of a plan: run again after a crash at any point, it finishes its work.
struct Step: Sendable {
  /// Whether a step makes sense in a server-side dry run.
  enum DryRunBehaviour: Sendable {
    /// Its writes stand on what exists now.
    case run
    /// It waits for something that a dry run does not bring about, or needs earlier writes.
    case skip(String)
  }

  private(set) var summary: StepSummary
  let dryRun: DryRunBehaviour
  /// The rights that the step takes.
  let needs: [AccessNeed]
  let body: @Sendable (StepContext) async throws -> StepResult

  init(
    id: String, title: String, location: ClusterLocation, changes: [PlannedChange],
    needs: [AccessNeed] = [], dryRun: DryRunBehaviour = .run,
    body: @escaping @Sendable (StepContext) async throws -> StepResult
  ) {
    summary = StepSummary(id: id, title: title, location: location, changes: changes)
    self.needs = needs
    self.dryRun = dryRun
    self.body = body
  }

  /// A step that only waits; a server-side dry run leaves it out.
  static func wait(
    id: String, title: String, location: ClusterLocation, changes: [PlannedChange] = [],
    body: @escaping @Sendable (StepContext) async throws -> StepResult
  ) -> Step {
    Step(
      id: id, title: title, location: location, changes: changes,
      dryRun: .skip("a dry run waits for nothing"), body: body)
  }
}

extension Step {
  /// The step under another name, where steps of several clusters stand in one plan.
  func identified(by suffix: String) -> Step {
    var step = self
    step.summary = StepSummary(
      id: "\(summary.id)-\(suffix)", title: summary.title, location: summary.location,
      changes: summary.changes)
    return step
  }

  /// The step with the changes that the caller may not make marked as such.
  func marking(denied: Set<AccessNeed>) -> Step {
    guard !denied.isDisjoint(with: needs) else { return self }
    let changes = summary.changes.map { change in
      let needs = AccessNeed.needs(of: change, method: .apply)
      guard !denied.isDisjoint(with: needs) else { return change }
      return PlannedChange(
        location: change.location, object: change.object, action: .notPermitted,
        note: "would be: \(change.action.rawValue)")
    }
    var step = self
    step.summary = StepSummary(
      id: summary.id, title: summary.title, location: summary.location, changes: changes)
    return step
  }
}

/// What a running step has: writers, the deadline, and a voice. Only ``PlanRunner`` makes one.
struct StepContext: Sendable {
  let step: StepSummary
  let mode: RunMode
  let deadline: Deadline
  /// Writes to the hub.
  let hub: APIWriter
  /// Writes to the managed cluster, when it is reached from here.
  let managed: APIWriter?
  /// Writes to the cluster on which a hosted agent runs, when there is one.
  let hosting: APIWriter?
  /// The right to change machines; nil in a server-side dry run, since machines know no such thing.
  let machines: HostWriteGrant?
  let narrator: Narrator
  /// What the step is waiting for right now; told when the deadline passes.
  let waitingOn: Shared<BlockingFact?>

  /// Tells something worth telling.
  func progress(_ message: String) throws { try narrator.emit(.progress(message), step: step) }

  /// Tells something the operator should know.
  func warn(_ message: String) throws { try narrator.emit(.warning(message), step: step) }

  /// Tells what is being waited for.
  func waiting(on fact: BlockingFact) throws {
    waitingOn.set(fact)
    try narrator.emit(.waitingOn(fact), step: step)
  }

  /// The managed cluster's writer, for steps that are only planned when there is one.
  func managedWriter() throws -> APIWriter {
    guard let managed else { throw ManagedClusterUnreached(step: step.title) }
    return managed
  }

  /// The right to change machines, for steps that a dry run leaves out.
  func changingMachines() throws -> HostWriteGrant {
    guard let machines else { throw MachinesUnchanged(step: step.title) }
    return machines
  }
}

/// A step that changes machines was not left out of a dry run.
struct MachinesUnchanged: WorkflowFailure {
  let step: String

  var id: ErrorID { .invalidRequest }
  var category: ExitCategory { .usage }
  var what: String { "\(step): a dry run changes no machine" }
  var next: [String] { ["carry it out without --dry-run"] }
}

/// A step needed the managed cluster, and the operation was given no way to it.
struct ManagedClusterUnreached: WorkflowFailure {
  let step: String

  var id: ErrorID { .noManagedCluster }
  var category: ExitCategory { .usage }
  var what: String { "\(step): no kubeconfig of the managed cluster was given" }
  var next: [String] { ["name it with --cluster-kubeconfig and --cluster-context"] }
}
