/// `spec.registrationConfiguration` of a Klusterlet (OCM api, operator/v1,
/// RegistrationConfiguration).
enum KlusterletRegistrationSchema {
  static let configuration = Schema.object(
    "How the agent registers.",
    [
      ("addOnKubeClientRegistrationDriver", addOnDriver),
      ("bootstrapKubeConfigs", bootstrapKubeconfigs),
      (
        "clientCertExpirationSeconds",
        .integer("How long a certificate is asked for; 3600 at least.")
      ),
      ("clusterAnnotations", .map("Annotations for the ManagedCluster.", of: .string())),
      ("clusterClaimConfiguration", clusterClaims),
      ("clusterLabels", .map("Labels for the ManagedCluster.", of: .string())),
      ("featureGates", OperatorSchemas.featureGates),
      ("kubeAPIBurst", .integer(default: 100)),
      ("kubeAPIQPS", .integer(default: 50)),
      ("registrationDriver", driver),
    ])

  private static let addOnDriver = Schema.object(
    "How addons authenticate to the hub.",
    [
      ("authType", .string(oneOf: ["csr", "token"])),
      ("token", .object(nil, [("expirationSeconds", .integer(format: "int64"))])),
    ])

  private static let bootstrapKubeconfigs = Schema.object(
    "Several hubs to choose from; one, from the usual Secret, with type None.",
    [
      (
        "localSecretsConfig",
        .object(
          nil,
          [
            ("hubConnectionTimeoutSeconds", .integer(default: 600, minimum: 180)),
            (
              "kubeConfigSecrets",
              .list(of: .object(nil, [("name", .string())], required: ["name"]))
            ),
          ], required: ["kubeConfigSecrets"])
      ),
      ("type", .string(default: "None", oneOf: ["None", "LocalSecrets"])),
    ], required: ["type"])

  private static let clusterClaims = Schema.object(
    "Which claims of the cluster are reported.",
    [
      ("maxCustomClusterClaims", .integer(default: 20)),
      (
        "reservedClusterClaimSuffixes",
        .list(of: .string(minLength: 1, maxLength: 64), maximum: 10)
      ),
    ], required: ["maxCustomClusterClaims"])

  private static let driver = Schema.object(
    "How the agent authenticates to the hub.",
    [
      ("authType", .string(default: "csr", oneOf: ["csr", "awsirsa", "grpc"])),
      (
        "awsIrsa",
        .object(
          nil,
          [
            ("hubClusterArn", .string(pattern: clusterARN, minLength: 1)),
            ("managedClusterArn", .string(pattern: clusterARN, minLength: 1)),
          ], required: ["hubClusterArn", "managedClusterArn"])
      ),
    ], required: ["authType"])

  static let clusterARN = #"^arn:aws:eks:([a-zA-Z0-9-]+):(\d{12}):cluster/([a-zA-Z0-9-]+)$"#
}
