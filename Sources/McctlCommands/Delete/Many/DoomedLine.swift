import KubernetesClient
import Terminal
import Workflows

/// What will vanish of one cluster among many, in one line.
struct DoomedLine: Sendable {
  private let steps: [StepSummary]

  init(_ steps: [StepSummary]) { self.steps = steps }

  /// For example `2 ManifestWork, 1 Klusterlet, 1 Namespace; wait for ManagedCluster edge-7 (held by a.example/b)`.
  var text: String {
    let changes = steps.flatMap(\.changes)
    var kinds: [(kind: String, count: Int)] = []
    // The record is in two steps: it is marked first, and goes last.
    var seen: Set<String> = []
    for change in changes where change.action == .delete {
      guard seen.insert("\(change.location) \(change.object)").inserted else { continue }
      let kind = change.object.type.kind
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].count += 1
      } else {
        kinds.append((kind, 1))
      }
    }
    let counts = kinds.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
    let notes = changes.filter { $0.action == .wait }.compactMap { change in
      change.note.map { "waits for \(change.object.description) (\($0))".singleLine }
    }
    return ([counts.isEmpty ? "nothing" : counts] + notes).joined(separator: "; ")
  }
}
