/// Schemas that Klusterlet and ClusterManager share (OCM api, operator/v1).
enum OperatorSchemas {
  /// Which features of a component are switched.
  static let featureGates = Schema.list(
    "Features to switch, by name.",
    of: .object(
      nil,
      [
        ("feature", .string("The feature.")),
        ("mode", .string("On or off.", default: "Disable", oneOf: ["Enable", "Disable"])),
      ], required: ["feature"]))

  /// A component with nothing but feature gates.
  static func featureGatesOnly(_ description: String) -> Schema {
    .object(description, [("featureGates", featureGates)])
  }

  /// On which nodes the operator's pods run.
  static let nodePlacement = Schema.object(
    "On which nodes the components run.",
    [
      ("nodeSelector", .map("Labels that nodes must have.", of: .string())),
      (
        "tolerations",
        .list(
          "Taints that the components put up with.",
          of: .object(
            nil,
            [
              ("effect", .string()), ("key", .string()), ("operator", .string()),
              ("tolerationSeconds", .integer(format: "int64")), ("value", .string()),
            ]))
      ),
    ])

  /// What the operator's pods ask for.
  static let resourceRequirement = Schema.object(
    "What the components' containers ask for.",
    [
      (
        "type",
        .string(
          "Default asks for little, BestEffort for nothing, ResourceRequirement for what "
            + "resourceRequirements says.",
          default: "Default", oneOf: ["Default", "BestEffort", "ResourceRequirement"])
      ),
      (
        "resourceRequirements",
        .object(
          "Requests and limits of each container.",
          [
            ("limits", .map(of: .quantity)), ("requests", .map(of: .quantity)),
          ])
      ),
    ])

  /// What both operators report.
  static let status = Schema.object(
    "What the operator found and did.",
    [
      (
        "conditions",
        .list("What is well and what is not.", of: condition, keys: ["type"])
      ),
      (
        "generations",
        .list(
          "The generations of the Deployments that the operator applied last.",
          of: .object(
            nil,
            [
              ("group", .string()), ("lastGeneration", .integer(format: "int64")),
              ("name", .string()), ("namespace", .string()), ("resource", .string()),
              ("version", .string()),
            ], required: ["group", "lastGeneration", "name", "resource", "version"]))
      ),
      (
        "observedGeneration",
        .integer("The generation that the operator looked at last.", format: "int64")
      ),
      (
        "relatedResources",
        .list(
          "Objects that the operator manages.",
          of: .object(
            nil,
            [
              ("group", .string()), ("name", .string()), ("namespace", .string()),
              ("resource", .string()), ("version", .string()),
            ], required: ["group", "name", "resource", "version"]))
      ),
    ])

  /// One condition. Reasons may join two findings with a comma, which is why the pattern allows it.
  private static let condition = Schema.object(
    nil,
    [
      ("lastTransitionTime", .string(format: "date-time")),
      ("message", .string(maxLength: 32768)),
      ("observedGeneration", .integer(minimum: 0, format: "int64")),
      (
        "reason",
        .string(
          pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$", minLength: 1, maxLength: 1024)
      ),
      ("status", .string(oneOf: ["True", "False", "Unknown"])),
      ("type", .string(maxLength: 316)),
    ], required: ["lastTransitionTime", "message", "reason", "status", "type"])
}
