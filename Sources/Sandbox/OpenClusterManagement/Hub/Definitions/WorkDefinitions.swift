import Documents

/// The resources of group work.open-cluster-management.io.
enum WorkDefinitions {
  static let group = "work.open-cluster-management.io"

  static let all = [manifestWorks, manifestWorkReplicaSets]

  static let manifestWorks = Definition(
    group: group, plural: "manifestworks", kind: "ManifestWork", namespaced: true,
    versions: [Definition.Version(name: "v1", properties: ["spec": spec, "status": status])])

  private static let spec = CRDSchema.object([
    "deleteOption": CRDSchema.object([
      "propagationPolicy": CRDSchema.oneOf(
        "Foreground", "Orphan", "SelectivelyOrphan", default: "Foreground"),
      "selectivelyOrphans": CRDSchema.object([
        "orphaningRules": CRDSchema.array(
          CRDSchema.object(
            [
              "group": CRDSchema.string, "name": CRDSchema.string, "namespace": CRDSchema.string,
              "resource": CRDSchema.string,
            ], required: ["name", "resource"]))
      ]), "ttlSecondsAfterFinished": CRDSchema.integer,
    ]),
    "executor": CRDSchema.object([
      "subject": CRDSchema.object(
        [
          "serviceAccount": CRDSchema.object(
            [
              "name": CRDSchema.text(maximum: 253, minimum: 1),
              "namespace": CRDSchema.text(maximum: 253, minimum: 1),
            ], required: ["name", "namespace"]), "type": CRDSchema.oneOf("ServiceAccount"),
        ], required: ["type"])
    ]),
    "manifestConfigs": CRDSchema.array(manifestConfig),
    "workload": CRDSchema.object(["manifests": CRDSchema.array(CRDSchema.embedded)]),
  ])

  private static let manifestConfig = CRDSchema.object(
    [
      "conditionRules": CRDSchema.array(CRDSchema.free),
      "feedbackRules": CRDSchema.array(
        CRDSchema.object(
          [
            "jsonPaths": CRDSchema.list(
              CRDSchema.object(
                ["name": CRDSchema.string, "path": CRDSchema.string, "version": CRDSchema.string],
                required: ["name", "path"]), keys: "name"),
            "type": CRDSchema.oneOf("WellKnownStatus", "JSONPaths"),
          ], required: ["type"])),
      "feedbackScrapeType": CRDSchema.oneOf("Poll", "Watch", default: "Poll"),
      "resourceIdentifier": CRDSchema.object(
        [
          "group": CRDSchema.string, "name": CRDSchema.string, "namespace": CRDSchema.string,
          "resource": CRDSchema.string,
        ], required: ["name", "resource"]),
      "updateStrategy": CRDSchema.object(
        [
          "serverSideApply": CRDSchema.free,
          "type": CRDSchema.oneOf(
            "Update", "CreateOnly", "ServerSideApply", "ReadOnly", default: "Update"),
        ], required: ["type"]),
    ], required: ["resourceIdentifier"])

  private static let status = CRDSchema.object([
    "conditions": CRDSchema.conditions,
    "resourceStatus": CRDSchema.object([
      "manifests": CRDSchema.array(
        CRDSchema.object(
          [
            "conditions": CRDSchema.conditions, "resourceMeta": resourceMeta,
            "statusFeedback": CRDSchema.object([
              "values": CRDSchema.list(
                CRDSchema.object(
                  ["fieldValue": fieldValue, "name": CRDSchema.string],
                  required: ["fieldValue", "name"]), keys: "name")
            ]),
          ], required: ["conditions", "resourceMeta"]))
    ]),
  ])

  private static let resourceMeta = CRDSchema.object(
    [
      "group": CRDSchema.string, "kind": CRDSchema.string, "name": CRDSchema.string,
      "namespace": CRDSchema.string, "ordinal": CRDSchema.int32, "resource": CRDSchema.string,
      "version": CRDSchema.string,
    ], required: ["ordinal"])

  private static let fieldValue = CRDSchema.object(
    [
      "boolean": CRDSchema.boolean, "integer": CRDSchema.integer,
      "jsonRaw": CRDSchema.text(maximum: 1024), "string": CRDSchema.string,
      "type": CRDSchema.oneOf("Integer", "String", "Boolean", "JsonRaw"),
    ], required: ["type"])

  static let manifestWorkReplicaSets = Definition(
    group: group, plural: "manifestworkreplicasets", kind: "ManifestWorkReplicaSet",
    shortNames: ["mwrs"], namespaced: true,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": CRDSchema.object(
            [
              "cascadeDeletionPolicy": CRDSchema.oneOf(
                "Background", "Foreground", default: "Background"),
              "manifestWorkTemplate": spec,
              "placementRefs": CRDSchema.array(
                CRDSchema.object(
                  ["name": CRDSchema.string, "rolloutStrategy": CRDSchema.free], required: ["name"])
              ),
            ], required: ["placementRefs"]), "status": CRDSchema.free,
        ],
        columns: [
          Definition.column("Placement", condition: "PlacementVerified", "reason"),
          Definition.column("Found", condition: "PlacementVerified"),
          Definition.column("ManifestWorks", condition: "ManifestworkApplied", "reason"),
          Definition.column("Applied", condition: "ManifestworkApplied"),
        ])
    ])
}
