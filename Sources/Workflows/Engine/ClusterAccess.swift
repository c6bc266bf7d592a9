public import KubernetesClient

/// How others reach a cluster's API: what is written into a join kubeconfig, or told to the hub.
public struct ClusterEndpoint: Sendable, Hashable {
  /// The API server's URL, as the kubeconfig has it.
  public var url: String
  /// The certificates that verify it, PEM; nil when the kubeconfig names none.
  public var caBundle: [UInt8]?
  /// True when the kubeconfig itself asks not to verify the server.
  public var skipsVerification: Bool

  /// Describes an endpoint.
  public init(url: String, caBundle: [UInt8]?, skipsVerification: Bool = false) {
    self.url = url
    self.caBundle = caBundle
    self.skipsVerification = skipsVerification
  }
}

/// One cluster as a workflow sees it: it can be read, and it is known how it is reached. Writing
/// needs a writer, which only a running step gets.
public struct ClusterAccess: Sendable {
  /// Reads from the cluster.
  public let reader: APIReader
  /// URL and CA of its API.
  public let endpoint: ClusterEndpoint

  /// Uses a reader that exists already.
  public init(reader: APIReader, endpoint: ClusterEndpoint) {
    self.reader = reader
    self.endpoint = endpoint
  }

  /// Connects by a kubeconfig's context.
  public init(config: ConnectionConfig, options: ClientOptions) throws {
    self.init(
      reader: try APIReader(config: config, options: options),
      endpoint: ClusterEndpoint(
        url: config.server, caBundle: config.tls.caBundle,
        skipsVerification: config.tls.skipsVerification))
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

  /// Names the clusters of an operation.
  public init(hub: ClusterAccess, managed: ClusterAccess? = nil) {
    self.hub = hub
    self.managed = managed
  }
}
