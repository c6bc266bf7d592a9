import KubernetesClient
public import OpenClusterManagement

/// What the operator decides about an agent; the rest of ``AgentOptions`` an import finds out.
public struct AgentSettings: Sendable, Hashable {
  /// How the agent is deployed.
  public var mode = AgentMode.singleton
  /// How its operator is deployed: version, registry, pull secret, placement, priority.
  public var operatorOptions = OperatorOptions()
  /// Feature gates of the agent's components.
  public var featureGates = FeatureGates()
  /// What the agent's containers ask for.
  public var resources = ResourceRequirement.standard
  /// How long the agent's certificate is asked for, seconds, 3600 or more; nil leaves it to the hub.
  public var certificateSeconds: Int?
  /// Annotations that the agent reports; their names begin with `agent.open-cluster-management.io/`.
  public var clusterAnnotations: [String: String] = [:]
  /// A name of the hub that the agent's pods cannot resolve, with its address.
  public var hubHostAlias: AgentOptions.HostAlias?
  /// The proxy on the agent's way to the hub, with the certificates (PEM) of one that ends TLS.
  public var hubProxyURL: String?
  /// Certificates (PEM) of a proxy that ends TLS.
  public var hubProxyCABundle: [UInt8]?
  /// In the hosted modes, a kubeconfig of the managed cluster for the agent. A secret.
  public var managedKubeconfig: String?

  /// An agent with everything at its default.
  public init() {}

  /// The kubeconfig with which the agent asks the hub for its certificate.
  ///
  /// - Parameter registration: what tells this registration from earlier ones of the cluster.
  func bootstrap(
    _ hub: ClusterEndpoint, _ token: Secret, registration: String? = nil
  ) -> JoinKubeconfig {
    var bootstrap = JoinKubeconfig(
      server: hub.url, certificateAuthorities: hub.certificateAuthorities, token: token,
      proxyURL: hubProxyURL, proxyCertificateAuthorities: hubProxyCABundle)
    bootstrap.registration = registration
    return bootstrap
  }

  /// The options of the agent's manifests.
  func options(
    clusterName: String, bootstrap: JoinKubeconfig, clusterURL: String?, identities: Identities
  ) -> AgentOptions {
    var options = AgentOptions(clusterName: clusterName, bootstrap: bootstrap)
    options.mode = mode
    options.operatorOptions = operatorOptions
    options.clusterURL = clusterURL
    options.clusterIdentity = identities.cluster
    options.hubIdentity = identities.hub
    options.featureGates = featureGates
    options.resources = resources
    options.certificateSeconds = certificateSeconds
    options.clusterAnnotations = clusterAnnotations
    options.hubHostAlias = hubHostAlias
    options.managedKubeconfig = managedKubeconfig
    return options
  }
}

/// Who two clusters are: the UIDs of their `kube-system` namespaces, as far as they are known.
struct Identities: Sendable, Hashable {
  let hub: String?
  let cluster: String?
}
