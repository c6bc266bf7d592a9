import KubernetesClient
import OpenClusterManagement
import Terminal
import Workflows

extension CommandContext {
  /// The hub that the flags and the environment lead to. Nothing is sent yet.
  func hub(_ options: HubOptions) throws -> ClusterAccess {
    try access(try hubConnection(options), options)
  }

  private func hubConnection(_ options: HubOptions) throws -> ConnectionConfig {
    let context = options.context ?? EnvironmentDefault("MCCTL_CONTEXT").text(invocation)
    return try kubeconfig(options.kubeconfig)
      .resolve(context: context, overrides: options.overrides)
  }

  /// The managed cluster of that name, through cluster-gateway on the hub. Nothing is sent yet.
  func gateway(to name: String, _ options: HubOptions) throws -> ClusterAccess {
    var config = try hubConnection(options)
    let hub = config.server.hasSuffix("/") ? String(config.server.dropLast()) : config.server
    config.server = hub + Names.ClusterGateway.proxyPath(to: name)
    config.isThroughGateway = true
    config.detour = Detour(
      server: hub
        + Names.ClusterGateway.proxyPath(to: Names.ClusterGateway.leavingEntry(of: name)))
    return try access(config, options)
  }

  /// The one managed cluster that is to be looked into, by whichever way the flags name; nil when none is named.
  func lookedInto(
    _ names: [String], _ cluster: ManagedClusterOptions, _ gateway: GatewayOptions,
    _ options: HubOptions, on hub: ClusterAccess, within deadline: Deadline
  ) async throws -> ClusterAccess? {
    guard gateway.viaGateway, let name = names.first else {
      return try managedCluster(cluster, options)
    }
    try await GatewayPresence.check(name, on: hub, within: deadline)
    return try self.gateway(to: name, options)
  }

  /// The managed cluster that the flags lead to; nil when none was named. Nothing is sent yet.
  func managedCluster(
    _ options: ManagedClusterOptions, _ hub: HubOptions
  ) throws -> ClusterAccess? {
    guard options.isGiven else { return nil }
    return try managedCluster(
      kubeconfig: options.clusterKubeconfig, context: options.clusterContext, hub)
  }

  /// The cluster on which a hosted agent runs; nil when none was named. Nothing is sent yet.
  func hostingCluster(_ options: HostingClusterOptions, _ hub: HubOptions) throws -> ClusterAccess?
  {
    guard options.isGiven else { return nil }
    return try managedCluster(
      kubeconfig: options.hostingClusterKubeconfig, context: options.hostingClusterContext, hub)
  }

  /// The managed cluster of a context; without a kubeconfig of its own, in the hub's. Nothing is sent yet.
  func managedCluster(
    kubeconfig path: String?, context: String?, _ hub: HubOptions
  ) throws -> ClusterAccess {
    let config = try kubeconfig(path ?? hub.kubeconfig).resolve(context: context)
    return try access(config, hub)
  }

  /// The kubeconfig at `path`, or where kubectl looks for one.
  func kubeconfig(_ path: String?) throws -> Kubeconfig {
    try Kubeconfig.load(
      explicitPath: path, environment: invocation.environment,
      homeDirectory: invocation.homeDirectory)
  }

  /// The cluster that a connection leads to. Nothing is sent yet.
  func access(_ config: ConnectionConfig, _ options: HubOptions) throws -> ClusterAccess {
    try invocation.connect(config, try clientOptions(options))
  }

  /// How connections behave by the flags and the environment.
  func clientOptions(_ options: HubOptions) throws -> ClientOptions {
    let limit =
      try options.requestTimeout
      ?? EnvironmentDefault("MCCTL_REQUEST_TIMEOUT")
      .value(invocation, DurationArgument.init(argument:))
    return ClientOptions(
      userAgent: ProgramVersion.userAgent, logger: reporter.logger,
      requestTimeout: limit.flatMap { $0.duration == .zero ? nil : $0.duration },
      onWarning: { [reporter] warning in
        reporter.warn("\(warning.connection.contextName): \(warning.text)")
      },
      allowsInteractivePlugins: invocation.streams.terminal.inputIsTerminal)
  }
}
