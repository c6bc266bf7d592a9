import Documents
import Logging

/// The controllers, operators and agents that live in a server's cluster.
extension APIServer {
  /// Makes what lives in this cluster; it does nothing until it is started.
  func makeLife(_ options: ClusterOptions) -> SimulatedCluster {
    let pace = options.pace
    let facts = ClusterFacts(cluster: cluster)
    let environment = ClusterEnvironment(
      name: configuration.name, authority: authority,
      gitVersion: ServerVersion.value["gitVersion"]?.string ?? "", pace: pace,
      logger: options.logger, builtInKinds: builtInKinds,
      connect: { kubeconfig, manager in
        try RemoteClient(kubeconfig, userAgent: manager, retry: pace.resync)
      },
      allows: { facts.allows($0, $1) },
      makeClient: { [self] manager in localClient(userAgent: manager) })
    register(HubAdmission(facts: facts))
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
