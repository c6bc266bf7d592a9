public import KubernetesClient
public import OpenClusterManagement

/// What to import, and how.
public struct ImportRequest: Sendable, Hashable {
  /// The name the cluster gets on the hub: an RFC 1123 label of at most 63 characters.
  public var name: String
  /// Labels to set on the ManagedCluster; others stay.
  public var labels: [String: String] = [:]
  /// Annotations to set on the ManagedCluster; others stay.
  public var annotations: [String: String] = [:]
  /// The exclusive cluster set to put the cluster into; nil leaves it where it is.
  public var clusterSet: String?
  /// Condition types that must be True before the cluster counts as registered; nil leaves them.
  public var readinessGates: [String]?
  /// Addons to enable on it, by name; others stay.
  public var addOns: [String] = []
  /// A Secret on the hub that led to the cluster, to be removed once it is registered.
  public var accessSecret: ObjectReference?

  /// The hub's URL as the agent reaches it; nil takes the server of the hub's kubeconfig.
  public var hubURL: String?
  /// Certificates (PEM) that verify ``hubURL``; nil takes those of the hub's kubeconfig.
  public var hubCABundle: [UInt8]?
  /// The only authority to be trusted at ``hubURL``; nil for all that are known.
  public var hubCAPin: AuthorityPin?
  /// The managed cluster's URL to tell the hub; nil takes the server of its kubeconfig.
  public var clusterURL: String?
  /// Certificates (PEM) that verify ``clusterURL``; nil takes those of its kubeconfig.
  public var clusterCABundle: [UInt8]?
  /// Use the hub's URL even when it is a loopback address, which an agent usually cannot reach.
  public var allowsLoopback = false

  /// Have a short pod on the managed cluster try the hub's URL before anything is written.
  public var probes = false
  /// The image of that pod, which has to have curl; nil takes the agent's own.
  public var probeImage: String?

  /// Version, images, mode and the like of the agent.
  public var agent = AgentSettings()
  /// How long the credential with which the agent asks for its certificate is valid.
  public var credentialValidity: Duration = .seconds(3600)
  /// What kind of credential that is.
  public var credentialKind = JoinCredentialKind.serviceAccount
  /// Have an agent that is there join again with a new credential, whatever it holds now: for one whose
  /// certificate has expired, or that the hub no longer knows.
  public var rejoins = false
  /// Keep that credential when the cluster is registered, instead of revoking it.
  public var keepsCredential = false
  /// Take the cluster over from another hub that its agent is joined to.
  public var move = false
  /// After how many seconds what another hub handed out is removed, when the cluster is taken over; nil
  /// leaves it on the cluster.
  public var evictionSeconds: Int?
  /// Take over fields of the agent's objects that another tool manages.
  public var forcesConflicts = false
  /// Approve the agent's request and accept the cluster; otherwise this is left to `accept`.
  public var accepts = true
  /// Wait until the cluster is registered; otherwise the operation ends when all is applied.
  public var waits = true

  /// Imports a cluster with everything at its default.
  public init(name: String) { self.name = name }
}
