import KubernetesClient
import Terminal
import Workflows

/// The lines that events leave on standard error beside the progress: warnings, and with `-v1` what will be changed.
struct EventLines {
  /// The value of `-v`.
  let verbosity: Int

  /// The lines for an event, most often none.
  func lines(for event: Event) -> [String] {
    switch event.kind {
    case .warning(let message):
      return ["warning: \(message.singleLine)"]
    case .planned(let steps) where verbosity >= 1:
      return steps.flatMap(lines(for:))
    case .progress(let message) where verbosity >= 1:
      return ["info: \(message.singleLine)"]
    default:
      return []
    }
  }

  private func lines(for step: StepSummary) -> [String] {
    step.changes.map { change in
      "info: \(step.id): \(change.action.rawValue) \(change.object.description.singleLine)"
        + " in \(change.location.description.singleLine)"
    }
  }
}
