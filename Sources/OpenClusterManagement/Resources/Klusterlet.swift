public import Documents
public import KubernetesClient

/// What OCM's operator runs on a managed cluster (`operator.open-cluster-management.io/v1`
/// Klusterlet).
public struct Klusterlet: ResourceView {
  /// The API resource.
  public static let type = ResourceType.klusterlets

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// `spec.clusterName`; nil when the agent is to make one up.
  public var clusterName: String? {
    guard let name = value.at("spec", "clusterName")?.string, !name.isEmpty else { return nil }
    return name
  }

  /// `spec.deployOption.mode`; `Default` when nothing is said. nil for a mode mcctl does not know.
  public var mode: AgentMode? {
    guard let text = value.at("spec", "deployOption", "mode")?.string, !text.isEmpty else {
      return .default
    }
    return AgentMode(rawValue: text)
  }

  /// The namespace of the agent and its secrets: `spec.namespace` (with OCM's default), or the
  /// Klusterlet's own name in the hosted modes.
  public var agentNamespace: String {
    if mode?.isHosted == true { return name }
    guard let namespace = value.at("spec", "namespace")?.string, !namespace.isEmpty else {
      return Names.Namespace.agent
    }
    return namespace
  }

  /// `spec.externalServerURLs`: the URLs under which the hub can reach the cluster; blank ones are
  /// left out.
  public var externalServerURLs: [String] {
    (value.at("spec", "externalServerURLs")?.array ?? [])
      .compactMap { $0["url"]?.string }.filter { !$0.isEmpty }
  }

  /// The image of the agent for the mode it runs in; nil when not said.
  public var agentImage: String? {
    let field = mode?.isSingleton == true ? "imagePullSpec" : "registrationImagePullSpec"
    return value.at("spec", field)?.string
  }

  /// What stands between the agent and the hub, as the operator sees it; nil before it said
  /// anything.
  public var hubConnection: HubConnection? {
    guard let condition = condition(Names.ConditionType.hubConnectionDegraded) else { return nil }
    return HubConnection(condition)
  }
}
