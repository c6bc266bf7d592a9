import Documents

extension APIReader {
  /// A reader of the cluster that `config` leads to. Nothing is sent yet.
  public init(config: ConnectionConfig, options: ClientOptions = ClientOptions()) throws {
    self.init(config: config, options: options) { tls in
      RetryingTransport(
        CurlTransport(
          tls: tls, proxy: config.proxy, userAgent: options.userAgent, logger: options.logger,
          masking: { Redaction.masked($0) }))
    }
  }

  /// A reader of a cluster that is reached over `transport`, whatever TLS settings `config` has.
  public init(
    transport: any HTTPTransport, config: ConnectionConfig,
    options: ClientOptions = ClientOptions()
  ) {
    self.init(config: config, options: options) { _ in transport }
  }

  private init(
    config: ConnectionConfig, options: ClientOptions, makeTransport: @escaping TransportFactory
  ) {
    let authenticator = Authenticator(
      credential: config.credential, impersonation: config.impersonation, tls: config.tls,
      makeTransport: makeTransport,
      obtainFromPlugin: { plugin in
        throw CredentialError.pluginNotStarted(command: plugin.command, reason: "not yet")
      })
    self.init(
      session: APISession(
        server: config.server, connection: config.description, authenticator: authenticator,
        options: options))
  }
}
