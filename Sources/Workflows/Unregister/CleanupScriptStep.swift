import KubernetesClient
import OpenClusterManagement

/// Writes a script to a file that takes the agent off the managed cluster, before anything is deleted.
struct CleanupScriptStep: Sendable {
  let path: String
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext

  /// The step.
  func step() -> Step {
    let script = CleanupScript(
      clusterName: request.name, hubServer: context.clusters.hub.server,
      mode: situation.isHosted ? .hosted : .singleton)
    return Step(
      id: "script", title: "write \(path)", location: context.hubLocation, changes: [],
      dryRun: .skip("a dry run writes no file")
    ) { step in
      guard step.mode.isPersistent else { return StepResult(.skipped) }
      do throws(FileSystem.Failure) {
        try FileSystem.create(path, Array(script.text.utf8), permissions: 0o700)
      } catch {
        throw CleanupScriptUnwritable(path: path, reason: error.reason)
      }
      return StepResult(.done, message: "should the cluster come back: sh \(path)")
    }
  }
}

/// The script could not be written; nothing has been deleted.
struct CleanupScriptUnwritable: WorkflowFailure {
  let path: String
  let reason: String

  var id: ErrorID { .bundleUnwritable }
  var category: ExitCategory { .failed }
  var what: String { "cannot write \(path)" }
  var why: String? { reason }
}
