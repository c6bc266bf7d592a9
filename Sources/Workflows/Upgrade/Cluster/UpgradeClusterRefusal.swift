/// Why a cluster is not moved to another image: nothing has been changed.
enum UpgradeClusterRefusal: WorkflowFailure {
  /// No way is known between the versions.
  case noPath(name: String, from: String, to: String, reason: String)
  /// A node is not ready, or a machine is none.
  case notReady(name: String, reason: String)
  /// The sealer on the first master knows no upgrade.
  case unsupported(host: String, release: String)

  var id: ErrorID {
    switch self {
    case .noPath: .upgradePath
    case .notReady: .upgradeNotReady
    case .unsupported: .upgradeUnsupported
    }
  }

  var category: ExitCategory { .refused }

  var what: String {
    switch self {
    case .noPath(let name, let from, let to, _): "\(name) cannot be moved from \(from) to \(to)"
    case .notReady(let name, _): "not every machine of \(name) is a node that is ready"
    case .unsupported(let host, let release): "sealer \(release) on \(host) knows no upgrade"
    }
  }

  var why: String? {
    switch self {
    case .noPath(_, _, _, let reason), .notReady(_, let reason): reason
    case .unsupported: nil
    }
  }

  var next: [String] {
    switch self {
    case .noPath: ["choose another image", "or try it all the same: --force"]
    case .notReady(let name, _):
      ["bring it back first", "or take it out: mcctl scale \(name) --remove-nodes ADDRESS"]
    case .unsupported: ["install a newer sealer: spec.sealer.binary"]
    }
  }
}
