import ArgumentParser

/// Where a hosted agent runs, when that is not the hub.
struct HostingClusterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kubeconfig of the cluster that a hosted agent runs on (default: it runs on the hub).",
      valueName: "file"),
    completion: .file())
  var hostingClusterKubeconfig: String?

  @Option(
    help: ArgumentHelp("The context of that cluster.", valueName: "name"),
    completion: .clusterContexts)
  var hostingClusterContext: String?

  /// A hosting cluster was named.
  var isGiven: Bool { hostingClusterKubeconfig != nil || hostingClusterContext != nil }
}
