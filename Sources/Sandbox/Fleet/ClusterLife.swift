import Documents
import Logging

/// The controllers, operators and agents that live in a server's cluster.
extension APIServer {
  /// Makes what lives in this cluster; it does nothing until it is started.
  func makeLife(_ options: ClusterOptions) -> SimulatedCluster {
    let pace = options.pace
    let environment = ClusterEnvironment(
      name: configuration.name, authority: authority, gitVersion: options.gitVersion, pace: pace,
      logger: options.logger, builtInKinds: builtInKinds,
      connect: { kubeconfig in
        try RemoteClient(kubeconfig, userAgent: "registration", retry: pace.resync)
      },
      makeClient: { [self] manager in localClient(userAgent: manager) })
    register(HubAdmission(facts: ClusterFacts(cluster: cluster)))
    return SimulatedCluster(environment, options: options)
  }

  /// The types that are served without a definition and can be listed and watched, one version of
  /// each.
  private var builtInKinds: [Kind] {
    var seen: Set<ResourceKey> = []
    return cluster.catalog.all.filter {
      !$0.isCustom && $0.verbs.contains(.watch) && seen.insert($0.storage).inserted
    }.map(\.kind)
  }
}
