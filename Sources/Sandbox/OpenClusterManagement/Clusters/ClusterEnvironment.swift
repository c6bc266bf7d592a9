import Documents
import Logging

/// What programs in a simulated cluster have of that cluster.
struct ClusterEnvironment: Sendable {
  /// Name used in log lines, such as `hub`.
  let name: String
  /// The cluster's CA, which signs client certificates and its own serving certificate.
  let authority: CertificateAuthority
  /// `gitVersion` of the API server, such as `v1.36.0`.
  let gitVersion: String
  let pace: Pace
  let logger: Logger
  /// Types that are served without a definition, and can be listed and watched.
  let builtInKinds: [Kind]
  /// Connects to a hub with a kubeconfig: over the network, except in tests of single parts.
  let connect: HubConnector
  /// Whether RBAC grants something to a user.
  let allows: AccessCheck
  /// Makes a privileged client whose changes are recorded under a field manager.
  let makeClient: @Sendable (_ manager: String) -> any ResourceClient

  /// A client with all rights.
  func client(_ manager: String) -> any ResourceClient { makeClient(manager) }

  /// A client with the rights of a pod's ServiceAccount.
  func client(_ manager: String, of pod: RunningPod) -> RestrictedClient {
    RestrictedClient(
      makeClient(manager),
      as: RestrictedClient.serviceAccount(
        pod.template.serviceAccount, in: pod.template.namespace),
      retry: pace.resync, allows: allows)
  }

  /// The types that the cluster serves.
  var catalog: KindCatalog {
    KindCatalog(client: makeClient("kube-controller-manager"), builtIn: builtInKinds)
  }
}

/// Opens a connection to a hub as a kubeconfig says; changes are recorded under a field manager.
typealias HubConnector =
  @Sendable (_ kubeconfig: HubKubeconfig, _ manager: String) throws
  -> any HubClient

/// A client of a hub as agents need it: their rights are often limited to objects of one name.
protocol HubClient: SelectiveClient {
  /// Ends the connection; the client cannot be used afterwards.
  func close()
}
