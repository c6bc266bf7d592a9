import OpenClusterManagement
import Workflows

extension CommandContext {
  /// Changes gates and shows those of the cluster afterwards.
  func gates<W: Workflow>(
    _ workflow: W, on hub: HubOptions, _ change: ChangeOptions
  ) async throws -> CommandOutcome where W.Report == GatesReport {
    let result = try await perform(workflow, on: Clusters(hub: try self.hub(hub)), change)
    return CommandOutcome(
      result, mode: try change.dryRun.mode,
      names: workflow.subject.map { [ResourceName.cluster($0)] } ?? []
    ) { report in
      let outcome = report.isUnchanged ? "unchanged" : "changed"
      let gates = report.gates.map { gate in
        "  \(gate.type)  \((gate.condition?.status ?? .unknown).rawValue)"
      }
      return (["gates of \(report.cluster) \(outcome)"] + gates).joined(separator: "\n")
    }
  }
}
