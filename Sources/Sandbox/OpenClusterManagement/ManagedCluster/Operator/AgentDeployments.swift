import Documents

/// The Deployments of a Klusterlet's agents.
struct AgentDeployments: Sendable {
  let klusterlet: KlusterletView
  let replicas: Int

  static let bootstrapMount = "/spoke/bootstrap"
  static let hubMount = "/spoke/hub-kubeconfig"

  /// Registration and work in one.
  var singleton: Value {
    ManifestBuilder.deployment(
      ManifestBuilder.Workload(
        name: klusterlet.registrationDeployment, namespace: klusterlet.agentNamespace,
        labels: klusterlet.labels, app: "klusterlet-agent", container: "klusterlet-agent",
        image: image("imagePullSpec", "registration-operator"),
        serviceAccount: klusterlet.workAccount,
        arguments: ["/registration-operator", "agent"] + clusterFlag + bootstrapFlag + [
          "--agent-id=\(klusterlet.uid)", "--workload-source-driver=kube",
          "--workload-source-config=\(Self.hubMount)/kubeconfig",
        ] + klusterlet.gates("workConfiguration") + registrationFlags + eviction + statusSync,
        replicas: replicas,
        volumes: [bootstrapVolume, memoryVolume, temporaryVolume] + configVolume(0)))
  }

  /// The registration agent of its own.
  var registration: Value {
    ManifestBuilder.deployment(
      ManifestBuilder.Workload(
        name: klusterlet.registrationDeployment, namespace: klusterlet.agentNamespace,
        labels: klusterlet.labels, app: "klusterlet-registration-agent",
        container: "registration-controller",
        image: image("registrationImagePullSpec", "registration"),
        serviceAccount: klusterlet.registrationAccount,
        arguments: ["/registration", "agent"] + clusterFlag + bootstrapFlag + registrationFlags,
        replicas: replicas,
        volumes: [bootstrapVolume, memoryVolume, temporaryVolume] + configVolume(0)))
  }

  /// The work agent of its own; it runs no pods as long as there is nothing to connect with.
  func work(running: Bool) -> Value {
    ManifestBuilder.deployment(
      ManifestBuilder.Workload(
        name: klusterlet.workDeployment, namespace: klusterlet.agentNamespace,
        labels: klusterlet.labels, app: "klusterlet-manifestwork-agent",
        container: "klusterlet-manifestwork-agent",
        image: image("workImagePullSpec", "work"), serviceAccount: klusterlet.workAccount,
        arguments: ["/work", "agent"] + clusterFlag + [
          "--workload-source-driver=kube",
          "--workload-source-config=\(Self.hubMount)/kubeconfig",
          "--agent-id=\(klusterlet.uid)",
        ] + klusterlet.gates("workConfiguration") + [
          "--terminate-on-files=\(Self.hubMount)/kubeconfig"
        ] + eviction + statusSync, replicas: running ? replicas : 0,
        volumes: [hubVolume, temporaryVolume] + configVolume(1)))
  }

  private func image(_ field: String, _ standard: String) -> String {
    let image = klusterlet.spec(field)?.string ?? ""
    return image.isEmpty ? "quay.io/open-cluster-management/\(standard)" : image
  }

  private var clusterFlag: [String] {
    ["--spoke-cluster-name=\(klusterlet.clusterName)"]
      + (klusterlet.isHosted ? ["--spoke-kubeconfig=\(HostedCluster.mount)/kubeconfig"] : [])
  }

  /// In the hosted modes, what the agent reaches the managed cluster with.
  private func configVolume(_ index: Int) -> [(volume: Value, mountPath: String)] {
    guard klusterlet.isHosted else { return [] }
    let secret = HostedCluster.agentSecrets(klusterlet)[index]
    return [
      (
        ["name": "spoke-kubeconfig-secret", "secret": ["secretName": .string(secret)]],
        HostedCluster.mount
      )
    ]
  }

  private var bootstrapFlag: [String] {
    ["--bootstrap-kubeconfig=\(Self.bootstrapMount)/kubeconfig"]
  }

  private var eviction: [String] {
    let field = "appliedManifestWorkEvictionGracePeriod"
    return klusterlet.spec("workConfiguration", field)?.string
      .map { ["--appliedmanifestwork-eviction-grace-period=\($0)"] } ?? []
  }

  private var statusSync: [String] {
    if let interval = klusterlet.spec("workConfiguration", "statusSyncInterval")?.string {
      return ["--status-sync-interval=\(interval)"]
    }
    return replicas == 1 ? ["--status-sync-interval=60s"] : []
  }

  private var registrationFlags: [String] {
    var flags = klusterlet.gates("registrationConfiguration")
    let urls = klusterlet.externalServerURLs
    if !urls.isEmpty { flags.append("--spoke-external-server-urls=\(urls)") }
    let seconds = klusterlet.spec("registrationConfiguration", "clientCertExpirationSeconds")
    if let seconds = seconds?.int, seconds > 0 {
      flags.append("--client-cert-expiration-seconds=\(seconds)")
    }
    let annotations = klusterlet.spec("registrationConfiguration", "clusterAnnotations")?.object
    let pairs = (annotations ?? Object())
      .filter { $0.key.hasPrefix(OCM.agentAnnotationPrefix) }
      .map { "\($0.key)=\($0.value.string ?? "")" }
    if !pairs.isEmpty { flags.append("--cluster-annotations=\(pairs.joined(separator: ","))") }
    return flags
  }

  private var hubVolume: (volume: Value, mountPath: String) {
    (
      ["name": "hub-kubeconfig-secret", "secret": ["secretName": .string(OCM.hubSecret)]],
      Self.hubMount
    )
  }

  private var bootstrapVolume: (volume: Value, mountPath: String) {
    (
      ["name": "bootstrap-secret", "secret": ["secretName": .string(OCM.bootstrapSecret)]],
      Self.bootstrapMount
    )
  }

  private var memoryVolume: (volume: Value, mountPath: String) {
    (["name": "hub-kubeconfig", "emptyDir": ["medium": "Memory"]], Self.hubMount)
  }

  private var temporaryVolume: (volume: Value, mountPath: String) {
    (["name": "tmpdir", "emptyDir": [:]], "/tmp")
  }
}
