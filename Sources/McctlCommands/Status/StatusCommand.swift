public import ArgumentParser
import KubernetesClient
import OpenClusterManagement
import Terminal
public import Workflows

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

      With one name, everything about the cluster: what holds it back and the command to go on with, heartbeat, \
      certificate, versions, URL, capacity, addons, works and conditions; with a way to the cluster itself also its nodes \
      and core components. What may not be read is noted.
      """,
    examples: [
      .init("mcctl status", "show all clusters of the hub"),
      .init("mcctl status edge-7 -o json", "show one cluster for a script"),
      .init(
        "mcctl status edge-7 --cluster-kubeconfig edge-7.yaml",
        "look into the cluster itself as well"),
      .init("mcctl status edge-7 --via-gateway", "the same, through cluster-gateway on the hub"),
      .init(
        "mcctl status --not-registered --sort-by since", "see what has been waiting for longest"),
      .init("mcctl status -l region=north --watch", "follow the clusters with a label"),
      .init(
        "mcctl status edge-7 --wait-for registered --timeout 5m",
        "wait until a cluster is registered"),
    ])

  @Argument(help: "The clusters' names; all when none is given.", completion: .clusterNames)
  var names: [String] = []

  @OptionGroup var selection: ClusterSelection

  @Flag(help: "Only clusters that are not registered.")
  var notRegistered = false

  @Option(help: ArgumentHelp("What the rows are sorted by.", valueName: "field"))
  var sortBy = StatusOrder.name

  @Flag(name: [.customShort("w"), .long], help: "Go on showing every change until stopped.")
  var watch = false

  @Option(
    help: ArgumentHelp("End when all of the clusters have come that far.", valueName: "state"))
  var waitFor: Goal?

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Managed cluster") var gateway: GatewayOptions
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
    if cluster.isGiven || gateway.viaGateway, names.count != 1 || watch {
      throw ValidationError("one cluster is looked into at a time; name only that, without --watch")
    }
    if cluster.isGiven, gateway.viaGateway {
      throw ValidationError("--via-gateway and the managed cluster's kubeconfig exclude each other")
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
    if names.count == 1, showsDetails(context) {
      return try await details(context, names[0], hub, deadline)
    }
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
    request.onlyUnregistered = notRegistered
    request.order = sortBy
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
    if case .table = context.printer.format { outcome.closing = summary(report) }
    guard !report.missing.isEmpty else {
      if report.rows.isEmpty {
        context.reporter.note(
          report.total == 0
            ? "there are no clusters" : "all \(report.total) clusters are registered")
      }
      return outcome
    }
    if report.rows.isEmpty { outcome.human = .nothing }
    outcome.status = .notFound
    outcome.failures = report.missing.map { missing($0, hub) }
    return outcome
  }

  private func missing(_ name: String, _ hub: ClusterAccess) -> UserFacingError {
    UserFacingError(
      id: ErrorID.clusterNotFound.rawValue, status: .notFound,
      what: "there is no cluster \(name) on the hub", location: .hub(hub),
      next: ["mcctl get clusters"])
  }

  /// `12 of 14 clusters registered; 1 NotAccepted, 1 Unreachable`.
  private func summary(_ report: StatusReport) -> String? {
    guard report.total > 1, report.missing.isEmpty else { return nil }
    let waiting = report.rows.filter { !$0.isRegistered }
    let registered = report.total - (notRegistered ? report.rows.count : waiting.count)
    let reasons = Dictionary(grouping: waiting, by: { $0.blocker?.reason ?? "Unknown" })
      .map { ($0.value.count, $0.key) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
    let words = reasons.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(registered) of \(report.total) clusters registered"
      + (words.isEmpty ? "" : "; \(words)")
  }
}

extension StatusCommand {
  /// One cluster is shown whole unless a row, or only its name, is asked for.
  private func showsDetails(_ context: CommandContext) -> Bool {
    switch context.printer.format {
    case .wide, .name: false
    case .table, .json, .yaml, .jsonPath, .customColumns: true
    }
  }

  private func details(
    _ context: CommandContext, _ name: String, _ hub: ClusterAccess, _ deadline: Deadline
  ) async throws -> CommandOutcome {
    let managed = try await context.lookedInto(
      names, cluster, gateway, self.hub, on: hub, within: deadline)
    let clusters = Clusters(hub: hub, managed: managed)
    let look = StatusDetails(name, now: context.invocation.now)
    guard let found = try await look.details(on: clusters, within: deadline),
      selection.clusterSet == nil || found.row.clusterSet == selection.clusterSet
    else { throw missing(name, hub) }
    let terminal = context.invocation.streams.terminal
    let page = StatusPage(
      details: found, context: hub.connection.contextName, now: context.invocation.now(),
      palette: context.printer.palette,
      width: terminal.outputIsTerminal ? terminal.size.columns : nil)
    return CommandOutcome(
      document: found.document, human: .text(page.text), names: [ResourceName.cluster(name)])
  }
}

extension StatusOrder: ExpressibleByArgument {}
