import Documents

/// The placement family of group cluster.open-cluster-management.io.
extension ClusterDefinitions {
  static let placements = Definition(
    group: group, plural: "placements", kind: "Placement", namespaced: true,
    versions: [
      Definition.Version(
        name: "v1beta1", properties: ["spec": placementSpec, "status": placementStatus],
        columns: [
          Definition.column("Succeeded", condition: "PlacementSatisfied"),
          Definition.column("Reason", condition: "PlacementSatisfied", "reason"),
          Definition.column("SelectedClusters", ".status.numberOfSelectedClusters", "integer"),
        ])
    ])

  private static let claimSelector = CRDSchema.object([
    "matchExpressions": CRDSchema.array(
      CRDSchema.object([
        "key": CRDSchema.string, "operator": CRDSchema.string, "values": CRDSchema.strings,
      ]))
  ])

  private static let clusterSelector = CRDSchema.object([
    "celSelector": CRDSchema.object(["celExpressions": CRDSchema.strings]),
    "claimSelector": claimSelector, "labelSelector": CRDSchema.selector,
  ])

  private static let placementSpec = CRDSchema.object([
    "clusterSets": CRDSchema.strings,
    "decisionStrategy": CRDSchema.object([
      "groupStrategy": CRDSchema.object([
        "clustersPerDecisionGroup": CRDSchema.quantity,
        "decisionGroups": CRDSchema.array(
          CRDSchema.object(
            ["groupClusterSelector": clusterSelector, "groupName": CRDSchema.string],
            required: ["groupName"])),
      ])
    ]),
    "numberOfClusters": CRDSchema.int32,
    "predicates": CRDSchema.array(CRDSchema.object(["requiredClusterSelector": clusterSelector])),
    "prioritizerPolicy": CRDSchema.object([
      "configurations": CRDSchema.array(CRDSchema.free),
      "mode": CRDSchema.oneOf("Exact", "Additive", default: "Additive"),
    ]),
    "sortBy": CRDSchema.oneOf("ClusterName", "Score"),
    "spreadPolicy": CRDSchema.free,
    "tolerations": CRDSchema.array(
      CRDSchema.object([
        "effect": CRDSchema.oneOf("NoSelect", "PreferNoSelect", "NoSelectIfNew"),
        "key": CRDSchema.string, "operator": CRDSchema.oneOf("Equal", "Exists", default: "Equal"),
        "tolerationSeconds": CRDSchema.integer, "value": CRDSchema.string,
      ])),
  ])

  private static let placementStatus = CRDSchema.object([
    "conditions": CRDSchema.conditions,
    "decisionGroups": CRDSchema.array(
      CRDSchema.object([
        "clusterCount": CRDSchema.int32, "decisionGroupIndex": CRDSchema.int32,
        "decisionGroupName": CRDSchema.string, "decisions": CRDSchema.strings,
      ])),
    "numberOfSelectedClusters": CRDSchema.int32,
  ])

  static let placementDecisions = Definition(
    group: group, plural: "placementdecisions", kind: "PlacementDecision", namespaced: true,
    versions: [
      Definition.Version(
        name: "v1beta1",
        properties: [
          "status": CRDSchema.object([
            "decisions": CRDSchema.array(
              CRDSchema.object(
                [
                  "clusterName": CRDSchema.string, "reason": CRDSchema.string,
                  "score": CRDSchema.integer,
                ],
                required: ["clusterName", "reason"]))
          ])
        ])
    ])

  static let addOnPlacementScores = Definition(
    group: group, plural: "addonplacementscores", kind: "AddOnPlacementScore", namespaced: true,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "status": CRDSchema.object([
            "conditions": CRDSchema.conditions,
            "scores": CRDSchema.list(
              CRDSchema.object(
                [
                  "name": CRDSchema.string,
                  "value": [
                    "type": "integer", "format": "int32", "minimum": -100, "maximum": 100,
                  ],
                ], required: ["name", "value"]), keys: "name"), "validUntil": CRDSchema.date,
          ])
        ])
    ])
}
