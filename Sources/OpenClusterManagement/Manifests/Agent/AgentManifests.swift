import KubernetesClient

/// Everything that makes a cluster a managed one: OCM's operator does the rest.
public struct AgentManifests: Sendable {
  /// What the agent is to be like.
  public let options: AgentOptions

  /// How its objects are called.
  public let names: AgentNames

  /// Manifests for an agent.
  ///
  /// - Throws: When the options contradict each other or the release cannot do what they ask for.
  public init(_ options: AgentOptions) throws(ManifestOptionError) {
    let singleton = OCMVersion(major: 0, minor: 12, patch: 0)
    if options.mode.isSingleton, options.operatorOptions.images.version < singleton {
      throw .modeNeedsVersion(options.mode, singleton)
    }
    if options.mode.isHosted, options.managedKubeconfig == nil {
      throw .hostedNeedsKubeconfig(options.mode)
    }
    self.options = options
    names = AgentNames(clusterName: options.clusterName, mode: options.mode)
  }

  /// All objects in the order to apply them, for the cluster the agent runs on: the managed
  /// cluster, or the hosting one in the hosted modes. The Klusterlet comes last; its CRD has to be
  /// served before it.
  public func objects() -> [ManifestObject] {
    operatorObjects() + agentObjects()
  }

  /// The operator: shared by all agents of a hosting cluster.
  public func operatorObjects() -> [ManifestObject] {
    let name = Names.ServiceAccount.klusterlet
    let version = options.operatorOptions.images.version
    let base = OperatorObjects(
      name: name, rules: PolicyRule.klusterletOperator(for: version),
      pullCredentials: options.operatorOptions.pullCredentials)
    let deployment = OperatorDeployment(
      name: name, container: "klusterlet", arguments: ["klusterlet"], environment: [],
      memoryLimit: "2Gi", options: options.operatorOptions)
    return base.objects + [KlusterletDefinition.object, deployment.object]
  }

  /// What belongs to this one agent: its namespace, its secrets and its Klusterlet.
  public func agentObjects() -> [ManifestObject] {
    var objects: [ManifestObject] = [
      .namespace(
        names.agentNamespace, annotations: [(Names.Annotation.openShiftWorkload, "management")])
    ]
    if let managedKubeconfig = options.managedKubeconfig, options.mode.isHosted {
      objects.append(
        .secret(
          Names.Secret.externalManagedKubeconfig, namespace: names.agentNamespace,
          data: [(Names.SecretKey.kubeconfig, Array(managedKubeconfig.utf8))]))
    }
    objects.append(bootstrapSecret())
    objects.append(klusterlet())
    return objects
  }

  /// The Secret with which the agent asks the hub for its certificate.
  public func bootstrapSecret() -> ManifestObject {
    .secret(
      Names.Secret.bootstrapHubKubeconfig, namespace: names.agentNamespace,
      data: [(Names.SecretKey.kubeconfig, Array(options.bootstrap.text.utf8))])
  }
}
