import Documents

/// The resources of group work.open-cluster-management.io.
enum WorkDefinitions {
  static let group = "work.open-cluster-management.io"

  static let all = [manifestWorks, manifestWorkReplicaSets]

  static let manifestWorks = Definition(
    group: group, plural: "manifestworks", kind: "ManifestWork", namespaced: true,
    versions: [Definition.Version(name: "v1", properties: ["spec": spec, "status": status])])

  private static let spec = Schema.object([
    "deleteOption": Schema.object([
      "propagationPolicy": Schema.oneOf(
        "Foreground", "Orphan", "SelectivelyOrphan", default: "Foreground"),
      "selectivelyOrphans": Schema.object([
        "orphaningRules": Schema.array(
          Schema.object(
            [
              "group": Schema.string, "name": Schema.string, "namespace": Schema.string,
              "resource": Schema.string,
            ], required: ["name", "resource"]))
      ]), "ttlSecondsAfterFinished": Schema.integer,
    ]),
    "executor": Schema.object([
      "subject": Schema.object(
        [
          "serviceAccount": Schema.object(
            [
              "name": Schema.text(maximum: 253, minimum: 1),
              "namespace": Schema.text(maximum: 253, minimum: 1),
            ], required: ["name", "namespace"]), "type": Schema.oneOf("ServiceAccount"),
        ], required: ["type"])
    ]),
    "manifestConfigs": Schema.array(manifestConfig),
    "workload": Schema.object(["manifests": Schema.array(Schema.embedded)]),
  ])

  private static let manifestConfig = Schema.object(
    [
      "conditionRules": Schema.array(Schema.free),
      "feedbackRules": Schema.array(
        Schema.object(
          [
            "jsonPaths": Schema.list(
              Schema.object(
                ["name": Schema.string, "path": Schema.string, "version": Schema.string],
                required: ["name", "path"]), keys: "name"),
            "type": Schema.oneOf("WellKnownStatus", "JSONPaths"),
          ], required: ["type"])),
      "feedbackScrapeType": Schema.oneOf("Poll", "Watch", default: "Poll"),
      "resourceIdentifier": Schema.object(
        [
          "group": Schema.string, "name": Schema.string, "namespace": Schema.string,
          "resource": Schema.string,
        ], required: ["name", "resource"]),
      "updateStrategy": Schema.object(
        [
          "serverSideApply": Schema.free,
          "type": Schema.oneOf(
            "Update", "CreateOnly", "ServerSideApply", "ReadOnly", default: "Update"),
        ], required: ["type"]),
    ], required: ["resourceIdentifier"])

  private static let status = Schema.object([
    "conditions": Schema.conditions,
    "resourceStatus": Schema.object([
      "manifests": Schema.array(
        Schema.object(
          [
            "conditions": Schema.conditions, "resourceMeta": resourceMeta,
            "statusFeedback": Schema.object([
              "values": Schema.list(
                Schema.object(
                  ["fieldValue": fieldValue, "name": Schema.string],
                  required: ["fieldValue", "name"]), keys: "name")
            ]),
          ], required: ["conditions", "resourceMeta"]))
    ]),
  ])

  private static let resourceMeta = Schema.object(
    [
      "group": Schema.string, "kind": Schema.string, "name": Schema.string,
      "namespace": Schema.string, "ordinal": Schema.int32, "resource": Schema.string,
      "version": Schema.string,
    ], required: ["ordinal"])

  private static let fieldValue = Schema.object(
    [
      "boolean": Schema.boolean, "integer": Schema.integer,
      "jsonRaw": Schema.text(maximum: 1024), "string": Schema.string,
      "type": Schema.oneOf("Integer", "String", "Boolean", "JsonRaw"),
    ], required: ["type"])

  static let manifestWorkReplicaSets = Definition(
    group: group, plural: "manifestworkreplicasets", kind: "ManifestWorkReplicaSet",
    shortNames: ["mwrs"], namespaced: true,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": Schema.object(
            [
              "cascadeDeletionPolicy": Schema.oneOf(
                "Background", "Foreground", default: "Background"),
              "manifestWorkTemplate": spec,
              "placementRefs": Schema.array(
                Schema.object(
                  ["name": Schema.string, "rolloutStrategy": Schema.free], required: ["name"])),
            ], required: ["placementRefs"]), "status": Schema.free,
        ],
        columns: [
          Definition.column("Placement", condition: "PlacementVerified", "reason"),
          Definition.column("Found", condition: "PlacementVerified"),
          Definition.column("ManifestWorks", condition: "ManifestworkApplied", "reason"),
          Definition.column("Applied", condition: "ManifestworkApplied"),
        ])
    ])
}
