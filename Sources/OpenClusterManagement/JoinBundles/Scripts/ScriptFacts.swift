import FoundationEssentials
import KubernetesClient

/// What the scripts of a bundle know about it: shell variables at their top. Everything below them is
/// the same in every bundle.
struct ScriptFacts {
  private var variables: [(name: String, value: String)]

  init(_ source: BundleSource, parts: some Sequence<(BundleManifests.Part, BundleFile)>) {
    let names = AgentNames(clusterName: source.agent.clusterName, mode: source.agent.mode)
    let expires = source.expires
    variables = [
      ("cluster", source.agent.clusterName),
      ("hub", source.agent.bootstrap.server),
      ("record", source.recordUID ?? ""),
      ("expires", expires.map(Timestamp.text) ?? ""),
      ("expires_seconds", expires.map { String(Int($0.timeIntervalSince1970)) } ?? ""),
      ("klusterlet", names.klusterlet),
      ("agent_namespace", names.agentNamespace),
      ("addon_namespace", Names.Namespace.agentAddOn),
      ("operator_namespace", Names.Namespace.openClusterManagement),
      ("bootstrap_secret", Names.Secret.bootstrapHubKubeconfig),
      ("hub_secret", Names.Secret.hubKubeconfig),
      ("record_annotation", Names.Annotation.registration),
      ("klusterlets", ResourceType.klusterlets.qualifiedName),
      ("digests", Self.digests(parts)),
    ]
  }

  /// What a script needs that only takes an agent away.
  ///
  /// - Parameter hub: the hub's URL, to be shown.
  init(removing names: AgentNames, ofCluster cluster: String, hub: String) {
    variables = [
      ("cluster", cluster), ("hub", hub), ("klusterlet", names.klusterlet),
      // Of a hosted agent there are only its identities on the managed cluster.
      ("agent_namespace", names.managedNamespace),
      ("addon_namespace", Names.Namespace.agentAddOn),
      ("operator_namespace", Names.Namespace.openClusterManagement),
      ("klusterlets", ResourceType.klusterlets.qualifiedName),
    ]
  }

  /// One line a manifest: SHA-256, path, and what applying it does.
  private static func digests(
    _ parts: some Sequence<(BundleManifests.Part, BundleFile)>
  ) -> String {
    parts.map { part, file in
      "\(file.digest) \(file.path) \(part.purpose)"
    }.joined(separator: "\n")
  }

  /// The assignments of the named variables, in order.
  func assignments(_ names: [String]) -> String {
    variables.filter { names.contains($0.name) }
      .map { "\($0.name)=\(Self.quoted($0.value))\n" }.joined()
  }

  /// A word of the shell that stands for exactly this text.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
