import Documents
import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// Makes the bundles of many clusters, some at a time, and tells of each what came of it.
struct FleetBundles: Sendable {
  let command: BundleCreateCommand
  let context: CommandContext
  let fleet: Fleet
  let inputs: FleetInputs

  /// All of them; a cluster that fails does not keep the others.
  func make(_ clusters: [FleetCluster]) async throws -> CommandOutcome {
    let directory = BundleTarget(command.result.target ?? ".")
    let isPersistent = try command.change.dryRun.mode.isPersistent
    if isPersistent { try directory.makeDirectory() }
    let online = command.offline ? nil : Clusters(hub: try context.hub(command.hub))
    let runner = try context.runner(command.change)
    if let online { context.announce(online) }
    let rows = try await context.many(command.many, runner).run(
      clusters, name: \.name, tell: \.telling
    ) { cluster in
      if let online {
        try await self.online(cluster, online, command.many.runner(runner))
      } else {
        try self.offline(cluster, isPersistent: isPersistent)
      }
    }
    context.reporter.note(RowCount(rows).sentence)
    return CommandOutcome(
      rows, human: isPersistent ? .table(table(rows), wide: table(rows)) : nil)
  }

  private func target(_ cluster: FleetCluster) -> BundleTarget {
    let directory = BundleTarget(command.result.target ?? ".").path ?? "."
    return BundleTarget("\(directory)/\(cluster.name)\(command.archive ? ".tar.gz" : "")")
  }

  private func online(
    _ cluster: FleetCluster, _ clusters: Clusters, _ runner: PlanRunner
  ) async throws -> CommandOutcome {
    let request = ManualImportRequest(
      try cluster.importRequest(fleet.hub, inputs), target: target(cluster),
      toolVersion: ProgramVersion.current)
    let result = try await runner.run(ManualImport(request), on: clusters)
    return CommandOutcome(
      result, mode: runner.mode, names: [ResourceName.cluster(cluster.name)]
    ) { "cluster \($0.name) \($0.outcome.rawValue)" }
  }

  private func offline(
    _ cluster: FleetCluster, isPersistent: Bool
  ) throws -> CommandOutcome {
    let request = try cluster.offlineRequest(
      fleet.hub, inputs, toolVersion: ProgramVersion.current)
    let bundle = try OfflineBundle(request, now: context.invocation.now).bundle()
    let target = target(cluster)
    if isPersistent { try target.save(bundle) }
    let made = MadeBundle(bundle, path: target.path)
    return CommandOutcome(
      document: made.document, human: .text(made.sentence + "\n"),
      names: [ResourceName.cluster(cluster.name)])
  }

  private func table(_ rows: [ResultRow<CommandOutcome>]) -> Table {
    Table(
      columns: ["CLUSTER", "OUTCOME", "EXPIRES", Column("BUNDLE", minimumWidth: 20)],
      rows: rows.map { row in
        switch row.ending {
        case .done(let outcome):
          let text = { (key: String) in Cell(outcome.document[key]?.string ?? "") }
          return [Cell(row.name), text("outcome"), text("expires"), text("bundle")]
        case .failed(let failure):
          return [Cell(row.name), Cell("failed", style: .bad), "", Cell(failure.what)]
        case .skipped(let reason):
          return [Cell(row.name), Cell("skipped", style: .caution), "", Cell(reason)]
        }
      })
  }
}
