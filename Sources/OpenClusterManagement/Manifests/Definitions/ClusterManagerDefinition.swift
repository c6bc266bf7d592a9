import Documents
import KubernetesClient

/// The CustomResourceDefinition of ClusterManager, for OCM 0.11 and later.
///
/// Fields, defaults and limits are those of OCM api, operator/v1 (types_clustermanager.go): without
/// the defaults of `deployOption`, `workDriver` and the webhooks' ports the operator would look for
/// the hub's components in a wrong place. Members of later releases are kept unread.
enum ClusterManagerDefinition {
  static let object = ResourceDefinition(
    type: .clusterManagers,
    description: "What makes a cluster a hub: OCM's operator runs the components it describes.",
    specification: specification,
    columns: [
      .init(name: "Mode", type: "string", path: ".spec.deployOption.mode"),
      .condition(Names.ConditionType.operatorApplied, name: "Applied"),
      .condition(Names.ConditionType.operatorProgressing, name: "Progressing"),
      .condition(
        Names.ConditionType.hubRegistrationDegraded, name: "Registration-Degraded", priority: 1),
      .condition(
        Names.ConditionType.hubPlacementDegraded, name: "Placement-Degraded", priority: 1),
      .age,
    ]
  ).object

  private static let specification = Schema.object(
    "What the hub is to be like.",
    [
      ("addOnManagerConfiguration", OperatorSchemas.featureGatesOnly("How addons are managed.")),
      ("addOnManagerImagePullSpec", image("addon-manager")),
      ("deployOption", ClusterManagerDeploySchema.deployOption),
      ("nodePlacement", OperatorSchemas.nodePlacement),
      ("placementConfiguration", OperatorSchemas.featureGatesOnly("How placements choose.")),
      ("placementImagePullSpec", image("placement")),
      ("registrationConfiguration", registrationConfiguration),
      ("registrationImagePullSpec", image("registration")),
      ("resourceRequirement", OperatorSchemas.resourceRequirement),
      ("serverConfiguration", ClusterManagerDeploySchema.serverConfiguration),
      ("workConfiguration", workConfiguration),
      ("workImagePullSpec", image("work")),
    ],
    default: ["deployOption": ["mode": "Default"]])

  private static func image(_ name: String) -> Schema {
    .string(
      "The image of the component.", default: "\(ImageSource.publicRegistry)/\(name)")
  }

  private static let registrationConfiguration = Schema.object(
    "How clusters register.",
    [
      (
        "autoApproveUsers",
        .list(
          "Users whose requests are approved unseen, with the feature ManagedClusterAutoApproval.",
          of: .string())
      ),
      ("featureGates", OperatorSchemas.featureGates),
      (
        "importerConfiguration",
        .object(nil, [("renderers", .list(of: .string()))])
      ),
      (
        "registrationDrivers",
        .list(
          "How agents may authenticate.",
          of: .object(
            nil,
            [
              ("authType", .string(default: "csr", oneOf: ["csr", "awsirsa", "grpc"])),
              (
                "awsirsa",
                .object(
                  nil,
                  [
                    autoApprovedIdentities,
                    (
                      "hubClusterArn",
                      .string(pattern: KlusterletRegistrationSchema.clusterARN)
                    ),
                    ("tags", .list(of: .string())),
                  ])
              ),
              ("csr", .object(nil, [autoApprovedIdentities])),
              ("grpc", .object(nil, [autoApprovedIdentities])),
            ], required: ["authType"]), keys: ["authType"])
      ),
    ])

  private static let autoApprovedIdentities = (
    "autoApprovedIdentities", Schema.list(of: .string())
  )

  private static let workConfiguration = Schema.object(
    "How works reach the clusters.",
    [
      ("featureGates", OperatorSchemas.featureGates),
      ("workDriver", .string(default: "kube", oneOf: ["kube", "mqtt", "grpc"])),
    ],
    default: ["workDriver": "kube"])
}
