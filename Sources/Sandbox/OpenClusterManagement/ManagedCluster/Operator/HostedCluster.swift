import Documents

/// The managed cluster as seen from where a hosted agent or its operator runs: by a kubeconfig in a Secret
/// there (OCM operator, `external-managed-kubeconfig`).
enum HostedCluster {
  /// The Secret with which the operator reaches the managed cluster.
  static let secret = "external-managed-kubeconfig"
  /// Where an agent finds its own.
  static let mount = "/spoke/config"

  /// The Secrets that the operator makes for its agents.
  static func agentSecrets(_ klusterlet: KlusterletView) -> [String] {
    klusterlet.isSingleton ? ["\(secret)-agent"] : ["\(secret)-registration", "\(secret)-work"]
  }

  /// The kubeconfig in a Secret.
  static func kubeconfig(_ secret: Value) throws -> HubKubeconfig {
    let files = SecretFiles.contents(of: secret)
    guard let text = files["kubeconfig"] else { throw KubeconfigProblem.unreadable }
    return try HubKubeconfig(text, files: files)
  }

  /// A client by that kubeconfig. What it may do the other cluster decides.
  static func client(
    _ kubeconfig: HubKubeconfig, _ manager: String, _ environment: ClusterEnvironment
  ) throws -> (restricted: RestrictedClient, remote: any HubClient) {
    let remote = try environment.connect(kubeconfig, manager)
    let all = RestrictedClient(
      remote, as: UserInfo(name: "by kubeconfig", groups: []), retry: environment.pace.resync
    ) { _, _ in true }
    return (all, remote)
  }
}

/// The cluster that an agent manages, for its parts: the one it runs in, or another.
struct ManagedSide: Sendable {
  let client: RestrictedClient
  /// Delivers changes.
  let changes: any ResourceClient
  let catalog: KindCatalog
  let allows: AccessCheck
  /// PEM of the authority that verifies its API server.
  let authority: String?

  /// What the pod's flag `--spoke-kubeconfig` says; without it, its own cluster.
  static func of(
    _ pod: RunningPod, _ environment: ClusterEnvironment, manager: String
  ) async throws -> ManagedSide {
    guard pod.argument("spoke-kubeconfig") != nil else {
      return ManagedSide(
        client: environment.client(manager, of: pod), changes: environment.client("agent"),
        catalog: environment.catalog, allows: environment.allows,
        authority: try? environment.authority.pem)
    }
    let name = pod.template.secret(mountedAt: HostedCluster.mount) ?? ""
    let secret = try await environment.client("kubelet")
      .get(.secrets, name, pod.template.namespace)
    let kubeconfig = try HostedCluster.kubeconfig(secret)
    let (client, remote) = try HostedCluster.client(kubeconfig, manager, environment)
    return ManagedSide(
      client: client, changes: remote,
      catalog: KindCatalog(client: remote, builtIn: environment.builtInKinds),
      allows: { _, _ in true },
      authority: kubeconfig.certificateAuthority.map { String(decoding: $0, as: UTF8.self) })
  }
}
