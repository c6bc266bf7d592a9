import ArgumentParser
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl status`.
struct StatusCommand: McctlCommand {
  /// What `--wait-for` waits for.
  enum Goal: String, ExpressibleByArgument, CaseIterable {
    case registered
  }

  static let about = About(
    "status", usage: "[NAME...] [options]",
    "Show which clusters are registered, and what keeps the others from it.",
    discussion: """
      Registered means accepted, joined, available, and every readiness gate True. REASON and MESSAGE name the first \
      thing that is missing, with its age.
      """,
    examples: [
      .init("mcctl status", "show all clusters of the hub"),
      .init("mcctl status edge-7 -o json", "show one cluster for a script"),
      .init("mcctl status -l region=north --watch", "follow the clusters with a label"),
      .init(
        "mcctl status edge-7 --wait-for registered --timeout 5m",
        "wait until a cluster is registered"),
    ])

  @Argument(help: "The clusters' names; all when none is given.", completion: .clusterNames)
  var names: [String] = []

  @OptionGroup var selection: ClusterSelection

  @Flag(name: [.customShort("w"), .long], help: "Go on showing every change until stopped.")
  var watch = false

  @Option(
    help: ArgumentHelp("End when all of the clusters have come that far.", valueName: "state"))
  var waitFor: Goal?

  @OptionGroup var time: TimeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if watch, waitFor != nil { throw ValidationError("--watch and --wait-for exclude each other") }
    if watch, reporting.events == "-" {
      throw ValidationError("--watch needs standard output for itself; name a file with --events")
    }
    if !names.isEmpty, selection.selector != nil {
      throw ValidationError("name clusters or select them with -l, not both")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let hub = try context.hub(hub)
    let request = request(isWide: context.printer.format.isWide)
    if watch {
      return try await StatusWatch(context: context, request: request).run(on: hub)
    }
    let deadline = Deadline.after(try time.budget(context.invocation))
    if waitFor != nil { return try await wait(context, request, hub, deadline) }
    let report = try await Status(request, now: context.invocation.now)
      .report(on: hub, within: deadline)
    return outcome(report, context, hub)
  }

  /// What the flags ask for.
  func request(isWide: Bool) -> StatusRequest {
    var request = StatusRequest(names: names)
    request.selector = selection.selector
    request.clusterSet = selection.clusterSet
    request.isConsistent = selection.consistent
    request.readsHeartbeats = isWide
    return request
  }

  private func wait(
    _ context: CommandContext, _ request: StatusRequest, _ hub: ClusterAccess,
    _ deadline: Deadline
  ) async throws -> CommandOutcome {
    var wanted = names
    if wanted.isEmpty {
      wanted = try await Status(request).report(on: hub, within: deadline).rows.map(\.name)
    }
    guard !wanted.isEmpty else {
      throw UserFacingError(
        id: ErrorID.clusterNotFound.rawValue, status: .notFound,
        what: "there is no cluster to wait for", location: .hub(hub),
        next: ["mcctl get clusters"])
    }
    let runner = PlanRunner(
      mode: .persist, deadline: deadline, sink: context.reporter, now: context.invocation.now)
    let result = try await runner.run(
      AwaitRegistration(names: wanted), on: Clusters(hub: hub))
    guard let report = result.report else { throw CancellationError() }
    return outcome(report, context, hub)
  }

  private func outcome(
    _ report: StatusReport, _ context: CommandContext, _ hub: ClusterAccess
  ) -> CommandOutcome {
    let table = StatusTable(now: context.invocation.now())
    var outcome = CommandOutcome(
      document: ListDocument.of(report.rows.map(\.document), isSingle: names.count == 1),
      human: .table(table.table(report.rows), wide: table.wideTable(report.rows)),
      names: report.rows.map { ResourceName.cluster($0.name) })
    guard !report.missing.isEmpty else {
      if report.rows.isEmpty { context.reporter.note("there are no clusters") }
      return outcome
    }
    if report.rows.isEmpty { outcome.human = .nothing }
    outcome.status = .notFound
    outcome.failures = report.missing.map { name in
      UserFacingError(
        id: ErrorID.clusterNotFound.rawValue, status: .notFound,
        what: "there is no cluster \(name) on the hub", location: .hub(hub),
        next: ["mcctl get clusters"])
    }
    return outcome
  }
}
