public import FoundationEssentials

extension Kubeconfig {
  /// The connection that a context describes; the current context unless one is named. Certificates
  /// and keys are read now, token files when they are needed.
  ///
  /// - Parameter now: What a client certificate's validity is judged by.
  public func resolve(
    context name: String? = nil, overrides: ConnectionOverrides = ConnectionOverrides(),
    now: Date = Date()
  ) throws(KubeconfigError) -> ConnectionConfig {
    var config = try connection(named: name, now: now)
    if let namespace = overrides.namespace { config.namespace = namespace }
    config.impersonation = try overrides.applied(to: config.impersonation)
    return config
  }

  private func connection(named name: String?, now: Date) throws(KubeconfigError)
    -> ConnectionConfig
  {
    if let inCluster, name == nil || name == inCluster.contextName { return inCluster }
    guard let name = name ?? currentContext else {
      throw .noCurrentContext(available: contexts, sources: sources)
    }
    guard let context = contextEntries[name] else {
      throw .unknownContext(name, available: contexts, sources: sources)
    }
    let clusterName = try required(context.cluster, "cluster", of: name, context)
    guard let cluster = clusters[clusterName] else {
      throw .missingCluster(
        clusterName, context: name, available: clusters.keys.sorted(),
        at: context.fields.error("there is no cluster \"\(clusterName)\"", at: "cluster"))
    }
    let userName = try required(context.user, "user", of: name, context)
    guard let user = users[userName] else {
      throw .missingUser(
        userName, context: name, available: users.keys.sorted(),
        at: context.fields.error("there is no user \"\(userName)\"", at: "user"))
    }
    let server = try ServerResolution(cluster, environment: environment)
    let identity = try UserResolution(user, server: server, now: now)
    return ConnectionConfig(
      contextName: name, clusterName: clusterName, userName: userName, server: server.url,
      tls: server.tls.presenting(identity.clientIdentity), credential: identity.credential,
      proxy: server.proxy, impersonation: identity.impersonation, namespace: context.namespace,
      disablesCompression: cluster.disablesCompression,
      clientCertificate: identity.clientCertificate, environment: environment,
      source: context.fields.source)
  }

  private func required(
    _ value: String?, _ field: String, of name: String, _ context: ContextEntry
  ) throws(KubeconfigError) -> String {
    guard let value else {
      throw .invalid(context.fields.error("context \"\(name)\" names no \(field)"))
    }
    return value
  }
}

extension ConnectionOverrides {
  /// The impersonation of the kubeconfig with what is overridden.
  fileprivate func applied(to base: Impersonation?) throws(KubeconfigError) -> Impersonation? {
    guard let user = impersonatedUser ?? base?.user else {
      guard impersonatedGroups.isEmpty, impersonatedUID == nil else {
        throw .impersonationWithoutUser
      }
      return nil
    }
    var impersonation = base ?? Impersonation(user: user)
    impersonation.user = user
    if let impersonatedUID { impersonation.uid = impersonatedUID }
    if !impersonatedGroups.isEmpty { impersonation.groups = impersonatedGroups }
    return impersonation
  }
}
