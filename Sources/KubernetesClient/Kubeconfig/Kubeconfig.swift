import Documents

/// What the operator's kubeconfig files say, merged.
public struct Kubeconfig: Sendable {
  /// The context that is used unless another is named.
  public let currentContext: String?
  /// The files that were read, in order; `in-cluster` inside a Pod without any.
  public let sources: [String]

  let clusters: [String: ClusterEntry]
  let users: [String: UserEntry]
  let contextEntries: [String: ContextEntry]
  let inCluster: ConnectionConfig?
  let environment: [String: String]

  /// Merges files as client-go's `ClientConfigLoadingRules` does: of each cluster, user and context
  /// the first file that has it counts, as a whole; the first file that names a current context too.
  init(merging files: [KubeconfigFile], environment: [String: String]) {
    var clusters: [String: ClusterEntry] = [:]
    var users: [String: UserEntry] = [:]
    var contexts: [String: ContextEntry] = [:]
    for file in files {
      clusters.merge(file.clusters) { first, _ in first }
      users.merge(file.users) { first, _ in first }
      contexts.merge(file.contexts) { first, _ in first }
    }
    self.clusters = clusters
    self.users = users
    contextEntries = contexts
    currentContext = files.lazy.compactMap(\.currentContext).first
    sources = files.map(\.source)
    inCluster = nil
    self.environment = environment
  }

  /// What a Pod's own service account leads to.
  init(inCluster config: ConnectionConfig, environment: [String: String]) {
    clusters = [:]
    users = [:]
    contextEntries = [:]
    currentContext = config.contextName
    sources = [config.source]
    inCluster = config
    self.environment = environment
  }

  /// The names of the contexts, in alphabetical order.
  public var contexts: [String] {
    inCluster.map { [$0.contextName] } ?? contextEntries.keys.sorted()
  }

  /// Whether the files describe nothing at all.
  var isEmpty: Bool { clusters.isEmpty && users.isEmpty && contextEntries.isEmpty }
}
