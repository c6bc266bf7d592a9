import Workflows

/// One of the clusters that an import of many is about.
struct ImportMember: Sendable {
  /// Where it is known from, which says how it is reached and what it is to be.
  enum Source: Sendable {
    /// A fleet file.
    case file(FleetCluster)
    /// A context that a pattern matched.
    case context(String)
    /// Its name alone: the context of that name leads to it, or a Secret on the hub.
    case name
    /// A record on the hub: a Secret there leads to it, or the context of its name.
    case record
  }

  let name: String
  let source: Source

  /// A bundle is made for it.
  var isManual: Bool {
    if case .file(let cluster) = source { cluster.mode == .manual } else { false }
  }
}
