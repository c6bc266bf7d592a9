/// What a managed cluster's agent is to be like.
public struct AgentOptions: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var clusterName: String
  /// How the agent asks the hub for its certificate. Contains a secret.
  public var bootstrap: JoinKubeconfig
  /// How the agent is deployed.
  public var mode: AgentMode
  /// How its operator is deployed; placement also holds for the agent.
  public var operatorOptions: OperatorOptions
  /// The URL under which the hub reaches the cluster's API server; the agent reports it together
  /// with the cluster's certificate authorities. nil leaves the hub without.
  public var clusterURL: String?
  /// UID of the managed cluster's kube-system namespace, noted on the Klusterlet.
  public var clusterIdentity: String?
  /// UID of the hub's kube-system namespace, noted on the Klusterlet.
  public var hubIdentity: String?
  /// Feature gates of the agent's components.
  public var featureGates: FeatureGates
  /// What the agent's containers ask for.
  public var resources: ResourceRequirement
  /// How long the agent's certificate is asked for, seconds, 3600 or more; nil leaves it to the
  /// hub.
  public var certificateSeconds: Int?
  /// Annotations for the ManagedCluster; OCM only lets those through that begin with
  /// `agent.open-cluster-management.io/`.
  public var clusterAnnotations: [String: String]
  /// A name of the hub's API server that the agent's pods cannot resolve, and its IPv4 address.
  public var hubHostAlias: HostAlias?
  /// How long what works applied stays after the hub no longer has them, as Go writes durations; nil
  /// leaves OCM's hour.
  public var workEvictionGracePeriod: String?
  /// In the hosted modes, a kubeconfig of the managed cluster for the agent. A secret.
  public var managedKubeconfig: String?

  /// A name with its address, put into the agent's pods.
  public struct HostAlias: Sendable, Hashable {
    /// The host name.
    public var hostname: String
    /// The IPv4 address.
    public var ip: String

    /// A name with its address.
    public init(hostname: String, ip: String) {
      self.hostname = hostname
      self.ip = ip
    }
  }

  /// An agent for a cluster with mcctl's defaults: mode Singleton, OCM's own images.
  public init(clusterName: String, bootstrap: JoinKubeconfig) {
    self.clusterName = clusterName
    self.bootstrap = bootstrap
    mode = .singleton
    operatorOptions = OperatorOptions()
    featureGates = FeatureGates()
    resources = .standard
    clusterAnnotations = [:]
  }
}
