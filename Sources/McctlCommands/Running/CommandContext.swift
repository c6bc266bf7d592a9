import FoundationEssentials
import KubernetesClient
import Terminal
import Workflows

/// What a running command has: the outside world, a voice, and the ways to its clusters.
struct CommandContext: Sendable {
  /// What the run takes from outside.
  let invocation: Invocation
  /// Tells events, notes and warnings.
  let reporter: Reporter
  /// Prints results; commands use it only for results that grow while they run.
  let printer: ResultPrinter

  /// Asks on the terminal.
  var confirmation: Confirmation { Confirmation(streams: invocation.streams) }

  /// Carries plans out as the flags of a changing command say.
  ///
  /// - Parameter standard: how long the command may take where nobody says.
  func runner(
    _ change: ChangeOptions, standard: Duration = TimeOptions.standard
  ) throws -> PlanRunner {
    let mode = try change.dryRun.mode
    if !mode.isPersistent { reporter.note("dry run: nothing is changed") }
    return PlanRunner(
      mode: mode, deadline: .after(try change.time.budget(invocation, standard: standard)),
      sink: reporter, now: invocation.now)
  }

  /// Says which clusters are about to be acted on, plans and carries out.
  func perform<W: Workflow>(
    _ workflow: W, on clusters: Clusters, _ change: ChangeOptions
  ) async throws -> RunResult<W.Report> {
    announce(clusters)
    return try await runner(change).run(workflow, on: clusters)
  }

  /// Says which clusters are about to be acted on, whatever else is kept quiet.
  func announce(_ clusters: Clusters) {
    reporter.renderer.line("hub = \(clusters.hub.connection.description.singleLine)")
    if let managed = clusters.managed { announce(managed: managed) }
    if let hosting = clusters.hosting {
      reporter.renderer.line("hosting cluster = \(hosting.connection.description.singleLine)")
    }
  }

  /// The same for a managed cluster that was found later.
  func announce(managed: ClusterAccess) {
    reporter.renderer.line("managed cluster = \(managed.connection.description.singleLine)")
  }
}
