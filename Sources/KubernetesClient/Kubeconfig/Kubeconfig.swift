/// What the operator's kubeconfig files say, merged.
public struct Kubeconfig: Sendable {
  /// The names of the contexts, in alphabetical order.
  public let contexts: [String] = []
  /// The context that is used unless another is named.
  public let currentContext: String? = nil
  /// The files that were read, in order; `in-cluster` inside a Pod without any.
  public let sources: [String] = []

  /// Reads and merges as kubectl does: `explicitPath` alone if given, else the files that `KUBECONFIG`
  /// in `environment` lists, else `.kube/config` in `homeDirectory`, else what a Pod is given.
  public static func load(
    explicitPath: String?, environment: [String: String], homeDirectory: String
  ) throws(KubeconfigError) -> Kubeconfig {
    throw .noConfiguration(searched: [])
  }

  /// Reads a kubeconfig held in memory. It may not name files by relative paths.
  public static func fromText(
    _ text: String, source: String, environment: [String: String] = [:]
  ) throws(KubeconfigError) -> Kubeconfig {
    throw .noConfiguration(searched: [])
  }

  /// The connection that a context describes; the current context unless one is named.
  public func resolve(
    context: String? = nil, overrides: ConnectionOverrides = ConnectionOverrides()
  ) throws(KubeconfigError) -> ConnectionConfig {
    throw .noCurrentContext(available: contexts, sources: sources)
  }
}
