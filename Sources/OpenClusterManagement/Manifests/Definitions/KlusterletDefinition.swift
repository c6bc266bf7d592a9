import KubernetesClient

/// The CustomResourceDefinition of Klusterlet, for OCM 0.11 and later.
///
/// Fields, defaults and limits are those of OCM api, operator/v1 (types_klusterlet.go): the
/// operator relies on the defaults, among them the kinds of bootstrap and driver. Members of later
/// releases are kept unread.
enum KlusterletDefinition {
  static let object = ResourceDefinition(
    type: .klusterlets,
    description: "What makes a cluster a managed one: OCM's operator runs the agent it describes.",
    specification: specification,
    columns: [
      .init(name: "Cluster", type: "string", path: ".spec.clusterName"),
      .init(name: "Mode", type: "string", path: ".spec.deployOption.mode"),
      .condition(Names.ConditionType.klusterletAvailable, name: "Available"),
      .condition(Names.ConditionType.hubConnectionDegraded, name: "Hub-Degraded"),
      .init(
        name: "Namespace", type: "string", path: ".spec.namespace", priority: 1),
      .age,
    ]
  ).object

  private static let specification = Schema.object(
    "What the agent is to be like.",
    [
      (
        "clusterName",
        .string(
          "The cluster's name on the hub; made up by the agent when empty.",
          pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", maxLength: 63)
      ),
      (
        "namespace",
        .string(
          "The namespace of the agent, and in the hosted modes of its identities.",
          pattern: "^open-cluster-management-[-a-z0-9]*[a-z0-9]$", maxLength: 57)
      ),
      (
        "deployOption",
        .object(
          "How the agent is deployed.",
          [("mode", .string("Default, Singleton, Hosted or SingletonHosted; Default when empty."))])
      ),
      ("imagePullSpec", .string("The agent's image in the singleton modes.")),
      ("registrationImagePullSpec", .string("The image of the registration agent.")),
      ("workImagePullSpec", .string("The image of the work agent.")),
      ("externalServerURLs", externalServerURLs),
      ("hubApiServerHostAlias", hostAlias),
      ("nodePlacement", OperatorSchemas.nodePlacement),
      ("priorityClassName", .string("The PriorityClass of the agent's pods.")),
      ("registrationConfiguration", KlusterletRegistrationSchema.configuration),
      ("workConfiguration", workConfiguration),
      ("resourceRequirement", OperatorSchemas.resourceRequirement),
    ])

  private static let externalServerURLs = Schema.list(
    "The URLs under which the cluster's API server is reached from outside.",
    of: .object(
      nil,
      [
        ("caBundle", .string("Not used by the agent, which reports its own.", format: "byte")),
        ("url", .string()),
      ], required: ["url"]))

  private static let hostAlias = Schema.object(
    "A name of the hub's API server and its address, for agents that cannot resolve it.",
    [
      (
        "hostname",
        .string(
          pattern:
            #"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*"#
            + #"([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9])$"#)
      ),
      (
        "ip",
        .string(
          pattern:
            #"^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}"#
            + #"(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$"#)
      ),
    ], required: ["hostname", "ip"])

  private static let workConfiguration = Schema.object(
    "How works are applied.",
    [
      (
        "appliedManifestWorkEvictionGracePeriod",
        .string(
          "How long objects of a work that is gone from the hub stay.",
          pattern: "^([0-9]+(s|m|h))+$")
      ),
      ("featureGates", OperatorSchemas.featureGates),
      ("hubKubeAPIBurst", .integer(default: 100)),
      ("hubKubeAPIQPS", .integer(default: 50)),
      ("kubeAPIBurst", .integer(default: 100)),
      ("kubeAPIQPS", .integer(default: 50)),
      (
        "statusSyncInterval",
        .string("How often status is reported.", pattern: "^([0-9]+(s|m|h))+$")
      ),
    ])
}
