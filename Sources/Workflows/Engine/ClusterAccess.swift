public import KubernetesClient
public import OpenClusterManagement

/// One cluster as a workflow sees it: it can be read, and it is known how it is reached. Writing
/// needs a writer, which only a running step gets.
public struct ClusterAccess: Sendable {
  /// Reads from the cluster.
  public let reader: APIReader
  /// The API server's URL, as the kubeconfig has it.
  public let server: String
  /// How mcctl itself verifies that server.
  public let trust: EndpointFacts.Trust
  /// Whether mcctl goes through a proxy or by another server name, so that others would not get there
  /// by the same URL.
  public let isIndirect: Bool
  /// What the caller shows the server, and until when; nil when that is not known.
  public let validity: CredentialValidity?

  /// Where requests go once the usual way to the cluster is about to end; nil when it does not.
  public let detour: Detour?

  /// Uses a reader that exists already.
  public init(
    reader: APIReader, server: String, trust: EndpointFacts.Trust, isIndirect: Bool = false,
    validity: CredentialValidity? = nil, detour: Detour? = nil
  ) {
    self.detour = detour
    self.reader = reader
    self.server = server
    self.trust = trust
    self.isIndirect = isIndirect
    self.validity = validity
  }

  /// Connects by a kubeconfig's context. Throws ``KubernetesError`` when its certificates or keys
  /// cannot be used.
  public init(config: ConnectionConfig, options: ClientOptions) throws {
    let trust: EndpointFacts.Trust =
      if let bundle = config.tls.caBundle {
        .authorities(bundle)
      } else {
        config.tls.skipsVerification ? .unverified : .system
      }
    self.init(
      reader: try APIReader(config: config, options: options), server: config.server, trust: trust,
      isIndirect: config.tls.serverName != nil || config.isThroughGateway,
      validity: config.credentialValidity, detour: config.detour)
  }

  /// Context and server, for messages.
  public var connection: ConnectionDescription { reader.connection }
}

/// The clusters one operation works on.
public struct Clusters: Sendable {
  /// The hub.
  public let hub: ClusterAccess
  /// The managed cluster, when it can be reached from here.
  public let managed: ClusterAccess?
  /// The cluster on which a hosted agent runs, when that is neither of the others.
  public let hosting: ClusterAccess?

  /// Names the clusters of an operation.
  public init(
    hub: ClusterAccess, managed: ClusterAccess? = nil, hosting: ClusterAccess? = nil
  ) {
    self.hub = hub
    self.managed = managed
    self.hosting = hosting
  }
}
