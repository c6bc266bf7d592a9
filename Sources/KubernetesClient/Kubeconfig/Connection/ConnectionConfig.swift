/// Everything needed to speak with one cluster.
public struct ConnectionConfig: Sendable {
  /// The kubeconfig context.
  public var contextName: String
  /// The kubeconfig's name for the cluster.
  public var clusterName: String
  /// The kubeconfig's name for the user.
  public var userName: String
  /// The API server's URL, which may have a path.
  public var server: String
  /// Another URL by which the same cluster is reached, and whether requests go there yet.
  public var detour: Detour?
  /// The URL is not the context's own, but leads from there to another cluster.
  public var isThroughGateway = false
  /// How the server is verified, and the client certificate.
  public var tls: TLSSettings
  /// How requests are authenticated, beside the client certificate.
  public var credential: Credential
  /// How to get out to the server.
  public var proxy: ProxySettings
  /// Whom to act as, if not oneself.
  public var impersonation: Impersonation?
  /// The context's namespace.
  public var namespace: String?
  /// Whether answers come uncompressed.
  public var disablesCompression: Bool
  /// What the client certificate says, if there is one.
  public var clientCertificate: ClientCertificate?
  /// What credential plugins inherit.
  public var environment: [String: String]
  /// The file, or a word for what is no file, that the context was found in.
  public var source: String

  /// Puts a configuration together; ``Kubeconfig/resolve(context:overrides:)`` is the usual way.
  public init(
    contextName: String,
    clusterName: String,
    userName: String = "",
    server: String,
    tls: TLSSettings = TLSSettings(),
    credential: Credential = .none,
    proxy: ProxySettings = .none,
    impersonation: Impersonation? = nil,
    namespace: String? = nil,
    disablesCompression: Bool = false,
    clientCertificate: ClientCertificate? = nil,
    environment: [String: String] = [:],
    source: String
  ) {
    self.contextName = contextName
    self.clusterName = clusterName
    self.userName = userName
    self.server = server
    self.tls = tls
    self.credential = credential
    self.proxy = proxy
    self.impersonation = impersonation
    self.namespace = namespace
    self.disablesCompression = disablesCompression
    self.clientCertificate = clientCertificate
    self.environment = environment
    self.source = source
  }

  /// What messages say about this connection.
  public var description: ConnectionDescription {
    ConnectionDescription(
      contextName: contextName, server: server, user: displayedUser,
      isThroughGateway: isThroughGateway)
  }
}

extension ConnectionConfig {
  private var displayedUser: String? {
    if let impersonation { return impersonation.user }
    if let name = clientCertificate?.commonName { return name }
    if case .basic(let username, _) = credential { return username }
    return userName.isEmpty ? nil : userName
  }

  /// The connection that a kubeconfig held in memory describes.
  public static func fromText(
    _ text: String, source: String, context: String? = nil, environment: [String: String] = [:]
  ) throws(KubeconfigError) -> ConnectionConfig {
    try Kubeconfig.fromText(text, source: source, environment: environment)
      .resolve(context: context)
  }
}

extension ConnectionConfig: CustomReflectable {
  /// Shows which connection this is and nothing of its keys, tokens and environment, so that printing
  /// or dumping a configuration gives nothing away.
  public var customMirror: Mirror {
    Mirror(self, children: ["contextName": contextName, "server": server, "source": source])
  }
}
