import ArgumentParser
import OpenClusterManagement
import Workflows

/// What can be said when it is the agents of clusters that are upgraded.
struct AgentUpgradeFlags: ParsableArguments {
  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp("All clusters of the hub whose labels match.", valueName: "selector"))
  var selector: String?

  @Option(
    name: .customLong("clusterset"),
    help: ArgumentHelp("All clusters of this cluster set.", valueName: "name"))
  var clusterSet: String?

  @Option(
    help: ArgumentHelp(
      """
      The kubeconfig with the clusters' contexts, or of each cluster, where {name} stands for its name; where it is \
      not given, the hub's is looked in.
      """,
      valueName: "file"),
    completion: .file())
  var clusterKubeconfig: String?

  @Option(
    help: ArgumentHelp(
      """
      The context of each cluster; {name} stands for its name (default: {name}, and the current context of a \
      kubeconfig that is for one cluster alone).
      """, valueName: "name"))
  var clusterContext: String?

  @Option(
    help: ArgumentHelp("The release of OCM (default: the hub's).", valueName: "version"))
  var ocmVersion: String?

  @Option(
    help: ArgumentHelp(
      "Registry and path to take the images from (default: each from where it is now).",
      valueName: "registry"))
  var imageRegistry: String?

  @Option(
    name: .customLong("image-digest"),
    help: ArgumentHelp(
      "Take one image by digest; may be repeated.", valueName: "name=sha256:…"))
  var digests: [KeyValueArgument] = []

  @Flag(inversion: .prefixedNo, help: "Of several clusters, upgrade the first one alone at first.")
  var canary = true

  /// The first of these flags that is given, where clusters themselves are upgraded.
  var given: String? {
    let flags: [(String, Bool)] = [
      ("-l", selector != nil), ("--clusterset", clusterSet != nil),
      ("--cluster-kubeconfig", clusterKubeconfig != nil),
      ("--cluster-context", clusterContext != nil), ("--ocm-version", ocmVersion != nil),
      ("--image-registry", imageRegistry != nil), ("--image-digest", !digests.isEmpty),
      ("--no-canary", !canary),
    ]
    return flags.first(where: \.1)?.0
  }

  /// Whether each of so many clusters has a kubeconfig of its own.
  func hasOwnKubeconfigs(_ clusters: Int) -> Bool {
    guard let clusterKubeconfig else { return false }
    return clusterKubeconfig.contains("{name}") || clusters == 1
  }

  /// The release that is named.
  var version: OCMVersion? {
    get throws { try ocmVersion.map(OCMVersion.init(parsing:)) }
  }
}
