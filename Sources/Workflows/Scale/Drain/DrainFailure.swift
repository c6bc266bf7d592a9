import KubernetesClient

/// Nodes could not be emptied.
enum DrainFailure: WorkflowFailure {
  /// A pod, and why it would be lost.
  struct Loss: Sendable, Hashable {
    let pod: ObjectReference
    let reason: String
    let flag: String
  }

  /// Pods would be lost that no flag gives up. Nothing has been changed.
  case losses([Loss], ClusterLocation)
  /// Pods did not go in the time that they had. Their nodes take no new ones.
  case blocked(pods: [String], nodes: [String], after: Duration, command: String, ClusterLocation)

  var id: ErrorID {
    switch self {
    case .losses: .drainRefused
    case .blocked: .drainBlocked
    }
  }

  var category: ExitCategory {
    switch self {
    case .losses: .refused
    case .blocked: .timedOut
    }
  }

  var what: String {
    switch self {
    case .losses(let losses, _):
      "\(Self.count(losses.count)) on machines that leave would be lost"
    case .blocked(let pods, let nodes, let time, _, _):
      "within \(time.spoken), \(Self.count(pods.count)) did not go from \(nodes.joined(separator: ", "))"
    }
  }

  var location: ClusterLocation? {
    switch self {
    case .losses(_, let location), .blocked(_, _, _, _, let location): location
    }
  }

  var why: String? {
    switch self {
    case .losses(let losses, _):
      Self.list(losses.map { "\($0.pod): \($0.reason)" })
    case .blocked(let pods, _, _, _, _): Self.list(pods)
    }
  }

  private static func count(_ pods: Int) -> String { pods == 1 ? "1 pod" : "\(pods) pods" }

  private static func list(_ texts: [String]) -> String {
    texts.prefix(20).joined(separator: "; ")
      + (texts.count > 20 ? "; and \(texts.count - 20) more" : "")
  }

  var next: [String] {
    switch self {
    case .losses(let losses, _):
      [
        "move them away",
        "or give them up: \(Set(losses.map(\.flag)).sorted().joined(separator: " "))",
      ]
    case .blocked(_, _, _, let command, _):
      [
        "see what keeps them: kubectl get pods,poddisruptionbudgets -A",
        "then run the same command again: \(command); --drain-timeout gives them more time",
        "or let the machines stay after all: \(command) --add-nodes ADDRESSES",
      ]
    }
  }
}
