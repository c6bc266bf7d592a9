import Documents

/// `spec.deployOption` and `spec.serverConfiguration` of a ClusterManager (OCM api, operator/v1).
enum ClusterManagerDeploySchema {
  static let deployOption = Schema.object(
    "Where the components run.",
    [
      (
        "default",
        .object(
          "Settings for components on the hub itself.",
          webhooks.map { ($0, .object(nil, [bindConfiguration])) }
            + [("addonWebhookConfiguration", .object(nil, [bindConfiguration]))])
      ),
      (
        "hosted",
        .object(
          "Settings for components on another cluster.",
          webhooks.map { ($0, hostedWebhook) })
      ),
      (
        "mode",
        .string(
          "Default: on the hub. Hosted: on another cluster.", default: "Default",
          oneOf: ["Default", "Hosted"])
      ),
    ], required: ["mode"], default: ["mode": "Default"])

  private static let webhooks = ["registrationWebhookConfiguration", "workWebhookConfiguration"]

  private static let bindConfiguration = (
    "bindConfiguration",
    Schema.object(
      "The ports that a webhook listens on.",
      [
        ("healthProbePort", .integer(default: 8000, maximum: 65535)),
        ("hostNetwork", .boolean()),
        ("metricsPort", .integer(default: 8080, maximum: 65535)),
        ("port", .integer(default: 9443, maximum: 65535)),
      ])
  )

  private static let hostedWebhook = Schema.object(
    nil,
    [
      ("address", .string("Where the hub reaches the webhook.")),
      bindConfiguration,
      ("port", .integer(default: 443, maximum: 65535)),
    ], required: ["address"])

  static let serverConfiguration = Schema.object(
    "A server that agents reach instead of the API server.",
    [
      (
        "endpointsExposure",
        .list(
          "How agents reach it.",
          of: .object(
            nil,
            [
              ("grpc", exposure), ("https", exposure),
              ("protocol", .string(default: "grpc", oneOf: ["grpc", "https"])),
              ("usage", .string()),
            ], required: ["protocol"]))
      ),
      ("featureGates", OperatorSchemas.featureGates),
      ("imagePullSpec", .string("The server's image.")),
    ])

  private static let exposure = Schema.object(
    nil,
    [
      ("hostname", endpoint(required: ["host"])), ("loadBalancer", endpoint(required: [])),
      ("route", endpoint(required: [])),
      (
        "type",
        .string(default: "hostname", oneOf: ["hostname", "loadBalancer", "route"])
      ),
    ], required: ["type"])

  private static func endpoint(required: [String]) -> Schema {
    .object(
      nil, [("caBundle", .string(format: "byte")), ("host", .string())], required: required)
  }
}
