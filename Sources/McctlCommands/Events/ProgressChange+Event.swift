import Terminal
import Workflows

extension ProgressChange {
  /// What a workflow's event changes in the checklist; nothing for events that are not about a step.
  static func changes(for event: Event) -> [ProgressChange] {
    if case .planned(let steps) = event.kind {
      return steps.map { step in
        .planned(id: stepID(step, event), group: event.subject, title: step.title)
      }
    }
    guard let step = event.step else { return [] }
    let id = stepID(step, event)
    switch event.kind {
    case .started: return [.started(id: id, group: event.subject, title: step.title)]
    case .progress(let message): return [.noted(id: id, note: message)]
    case .waitingOn(let fact): return [.waiting(id: id, fact: fact.reason)]
    case .failed: return [.finished(id: id, outcome: .failed, note: nil)]
    case .done(let result):
      return [.finished(id: id, outcome: result.outcome, note: result.note)]
    case .planned, .warning, .finished: return []
    }
  }

  /// What an event changes in the one row of its cluster: which step it is at, and what that waits for.
  static func changes(for event: Event, inRow row: String) -> [ProgressChange] {
    guard let step = event.step else { return [] }
    switch event.kind {
    case .started: return [.noted(id: row, note: step.title)]
    case .progress(let message): return [.noted(id: row, note: "\(step.title): \(message)")]
    case .waitingOn(let fact): return [.waiting(id: row, fact: fact.reason)]
    case .planned, .done, .failed, .warning, .finished: return []
    }
  }

  /// Steps of different clusters have the same names.
  private static func stepID(_ step: StepSummary, _ event: Event) -> String {
    "\(event.operation)/\(event.subject ?? "")/\(step.id)"
  }
}

extension StepResult {
  fileprivate var outcome: ProgressOutcome {
    state == .skipped ? .skipped : .done
  }

  fileprivate var note: String? {
    message ?? (state == .unchanged ? "unchanged" : nil)
  }
}
