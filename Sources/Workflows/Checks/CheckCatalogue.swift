/// Every check there is. To add one, name it here.
public enum CheckCatalogue {
  /// The checks of a hub, in the order they are shown.
  static let hub: [any Check<HubCheckContext>] = [
    HubAPICheck(), HubClockCheck(), HubKubeconfigCheck(), HubRightsCheck(),
    OCMInstalledCheck(), OCMOperatorCheck(), OCMConditionsCheck(), OCMComponentsCheck(),
    OCMVersionCheck(), OCMFeatureGatesCheck(),
    WebhooksConfiguredCheck(), WebhooksAnsweringCheck(), WebhooksAuthorityCheck(),
    PendingRequestsCheck(), JoinCredentialsCheck(), AgentCertificatesCheck(),
    ClustersReachableCheck(), HeartbeatsCheck(), ClustersWaitingCheck(), FleetGatesCheck(),
    ClusterAddressesCheck(), AddOnsCheck(), AddOnVersionsCheck(), ClustersDeletingCheck(),
    ResidueNamespacesCheck(), ResidueAccessCheck(),
  ]

  /// The checks of a cluster, in the order they are shown.
  static let cluster: [any Check<ClusterCheckContext>] = [
    ClusterRecordCheck(), ClusterRegisteredCheck(), ClusterLeaseCheck(), ClusterConditionsCheck(),
    ClusterRequestsCheck(), ClusterWorksCheck(), ClusterAddOnsCheck(), ClusterDeletingCheck(),
    AgentAPICheck(), AgentIdentityCheck(), AgentClockCheck(), AgentDefinitionsCheck(),
    AgentOperatorCheck(), KlusterletCheck(), AgentDeploymentsCheck(), AgentVersionCheck(),
    AgentCertificateCheck(), AgentBootstrapCheck(), AgentLeftoversCheck(),
    ClusterAddressCheck(), PathFromHereCheck(), PathToHubCheck(),
  ]

  /// The checks of a machine, in the order they are shown.
  static let host: [any Check<HostCheckContext>] = [
    HostReachableCheck(), HostRootCheck(), HostFromMasterCheck(),
    HostSystemCheck(), HostArchitectureCheck(), HostKernelCheck(), HostModulesCheck(),
    HostProgramsCheck(),
    HostProcessorsCheck(), HostMemoryCheck(), HostDiskCheck(), HostSwapCheck(),
    HostTimeCheck(), HostNameCheck(), HostResolutionCheck(), HostFirewallCheck(),
    HostSELinuxCheck(),
    HostClusterCheck(), HostPortsCheck(), HostRuntimeCheck(), HostLeftoversCheck(),
    HostImageCheck(),
  ]

  /// What there is to know about every check, by id.
  public static let articles: [CheckArticle] =
    (hub.map(\.article) + cluster.map(\.article) + host.map(\.article) + bundle).sorted {
      $0.id < $1.id
    }

  /// The article with an id.
  public static func article(_ id: String) -> CheckArticle? {
    articles.first { $0.id == id }
  }
}
