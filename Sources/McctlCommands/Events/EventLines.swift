import KubernetesClient
import Terminal
import Workflows

/// The lines that events leave on standard error beside the progress: warnings, and with `-v1` what will be changed.
struct EventLines {
  /// The value of `-v`.
  let verbosity: Int
  /// The cluster to be named in each line, where several are worked on at a time.
  var subject: String?

  /// The lines for an event, most often none.
  func lines(for event: Event) -> [String] {
    switch event.kind {
    case .warning(let message):
      return ["warning: \(name)\(message.singleLine)"]
    case .planned(let steps) where verbosity >= 1:
      return steps.flatMap(lines(for:))
    case .progress(let message) where verbosity >= 1:
      return ["info: \(name)\(message.singleLine)"]
    default:
      return []
    }
  }

  private var name: String { subject.map { "\($0.singleLine): " } ?? "" }

  private func lines(for step: StepSummary) -> [String] {
    step.changes.map { change in
      "info: \(name)\(step.id): \(change.action.rawValue) \(change.object.description.singleLine)"
        + " in \(change.location.description.singleLine)"
    }
  }
}
