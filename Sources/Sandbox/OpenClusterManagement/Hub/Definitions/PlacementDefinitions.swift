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

  private static let claimSelector = Schema.object([
    "matchExpressions": Schema.array(
      Schema.object([
        "key": Schema.string, "operator": Schema.string, "values": Schema.strings,
      ]))
  ])

  private static let clusterSelector = Schema.object([
    "celSelector": Schema.object(["celExpressions": Schema.strings]),
    "claimSelector": claimSelector, "labelSelector": Schema.selector,
  ])

  private static let placementSpec = Schema.object([
    "clusterSets": Schema.strings,
    "decisionStrategy": Schema.object([
      "groupStrategy": Schema.object([
        "clustersPerDecisionGroup": Schema.quantity,
        "decisionGroups": Schema.array(
          Schema.object(
            ["groupClusterSelector": clusterSelector, "groupName": Schema.string],
            required: ["groupName"])),
      ])
    ]),
    "numberOfClusters": Schema.int32,
    "predicates": Schema.array(Schema.object(["requiredClusterSelector": clusterSelector])),
    "prioritizerPolicy": Schema.object([
      "configurations": Schema.array(Schema.free),
      "mode": Schema.oneOf("Exact", "Additive", default: "Additive"),
    ]),
    "sortBy": Schema.oneOf("ClusterName", "Score"),
    "spreadPolicy": Schema.free,
    "tolerations": Schema.array(
      Schema.object([
        "effect": Schema.oneOf("NoSelect", "PreferNoSelect", "NoSelectIfNew"),
        "key": Schema.string, "operator": Schema.oneOf("Equal", "Exists", default: "Equal"),
        "tolerationSeconds": Schema.integer, "value": Schema.string,
      ])),
  ])

  private static let placementStatus = Schema.object([
    "conditions": Schema.conditions,
    "decisionGroups": Schema.array(
      Schema.object([
        "clusterCount": Schema.int32, "decisionGroupIndex": Schema.int32,
        "decisionGroupName": Schema.string, "decisions": Schema.strings,
      ])),
    "numberOfSelectedClusters": Schema.int32,
  ])

  static let placementDecisions = Definition(
    group: group, plural: "placementdecisions", kind: "PlacementDecision", namespaced: true,
    versions: [
      Definition.Version(
        name: "v1beta1",
        properties: [
          "status": Schema.object([
            "decisions": Schema.array(
              Schema.object(
                ["clusterName": Schema.string, "reason": Schema.string, "score": Schema.integer],
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
          "status": Schema.object([
            "conditions": Schema.conditions,
            "scores": Schema.list(
              Schema.object(
                [
                  "name": Schema.string,
                  "value": [
                    "type": "integer", "format": "int32", "minimum": -100, "maximum": 100,
                  ],
                ], required: ["name", "value"]), keys: "name"), "validUntil": Schema.date,
          ])
        ])
    ])
}
