import ArgumentParser

/// How the managed cluster itself is reached.
struct ManagedClusterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The managed cluster's kubeconfig; where it is not given, the hub's kubeconfig is looked in.",
      valueName: "file"),
    completion: .file())
  var clusterKubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "The managed cluster's context; needed without --cluster-kubeconfig.", valueName: "name"),
    completion: .clusterContexts)
  var clusterContext: String?

  /// A way to the managed cluster was named.
  var isGiven: Bool { clusterKubeconfig != nil || clusterContext != nil }
}
