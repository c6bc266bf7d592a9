import Documents

extension APIReader {
  /// A reader of the cluster that `config` leads to. Nothing is sent yet, and no plugin started.
  ///
  /// - Throws: ``KubernetesError/transport(_:_:)`` when the server's URL cannot be requested.
  public init(config: ConnectionConfig, options: ClientOptions = ClientOptions()) throws {
    do {
      _ = try RequestTarget(config.server)
    } catch {
      throw KubernetesError.transport(
        error, RequestContext(verb: "get", path: "/", connection: config.description))
    }
    self.init(config: config, options: options) { tls in
      RetryingTransport(
        CurlTransport(
          tls: tls, proxy: config.proxy, userAgent: options.userAgent, logger: options.logger,
          masking: { Redaction.masked($0) }), logger: options.logger)
    }
  }

  /// A reader of a cluster that is reached over `transport`, whatever TLS settings `config` has.
  public init(
    transport: any HTTPTransport, config: ConnectionConfig,
    options: ClientOptions = ClientOptions()
  ) {
    self.init(config: config, options: options) { _ in transport }
  }

  init(
    config: ConnectionConfig, options: ClientOptions,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    makeTransport: @escaping TransportFactory
  ) {
    let authenticator = Authenticator(
      credential: config.credential, impersonation: config.impersonation, tls: config.tls,
      makeTransport: makeTransport,
      obtainFromPlugin: { plugin in
        try await PluginRun(
          plugin: plugin, environment: config.environment,
          isInteractive: options.allowsInteractivePlugins, timeout: options.pluginTimeout
        ).credential()
      })
    self.init(
      session: APISession(
        config: config, authenticator: authenticator, options: options, pause: pause))
  }
}
