import Documents
import KubernetesClient
import Terminal
import Workflows

/// A plan as people read it: for each cluster, what will happen to which object.
struct PlanText {
  /// What differs is shown under the objects, line by line.
  let showsFields: Bool

  /// The plan, each line ended by a line feed.
  func text(_ steps: [StepSummary]) -> String {
    var lines: [String] = []
    var location: ClusterLocation?
    for change in steps.flatMap(\.changes) {
      if change.location != location {
        lines.append(change.location.description.singleLine)
        location = change.location
      }
      lines += self.lines(change)
    }
    return lines.isEmpty ? "nothing to do\n" : lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ change: PlannedChange) -> [String] {
    let note = change.note.map { "   (\($0.singleLine))" } ?? ""
    let head =
      "  \(word(change.action).padded(to: 14))\(change.object.description.singleLine)\(note)"
    guard showsFields else { return [head] }
    return [head] + change.lines.map { "    " + $0.marked.singleLine }
  }

  private func word(_ action: PlannedChange.Action) -> String {
    switch action {
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .unchanged: "unchanged"
    case .notPermitted: "not permitted"
    case .wait: "wait for"
    }
  }
}
