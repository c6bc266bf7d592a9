import Documents

/// The resources of group cluster.open-cluster-management.io on a hub.
enum ClusterDefinitions {
  static let group = "cluster.open-cluster-management.io"

  static let all = [
    managedClusters, managedClusterSets, managedClusterSetBindings, placements,
    placementDecisions, addOnPlacementScores,
  ]

  static let managedClusters = Definition(
    group: group, plural: "managedclusters", kind: "ManagedCluster",
    shortNames: ["mcl", "mcls"], namespaced: false,
    versions: [
      Definition.Version(
        name: "v1", properties: ["spec": managedClusterSpec, "status": managedClusterStatus],
        columns: [
          Definition.column("Hub Accepted", ".spec.hubAcceptsClient", "boolean"),
          Definition.column("Managed Cluster URLs", ".spec.managedClusterClientConfigs[*].url"),
          Definition.column("Joined", condition: "ManagedClusterJoined"),
          Definition.column("Available", condition: "ManagedClusterConditionAvailable"),
          Definition.column("Age", ".metadata.creationTimestamp", "date"),
        ])
    ])

  private static let managedClusterSpec = Schema.object([
    "hubAcceptsClient": Schema.boolean,
    "leaseDurationSeconds": ["default": 60, "format": "int32", "type": "integer"],
    "managedClusterClientConfigs": Schema.array(
      Schema.object(["caBundle": Schema.bytes, "url": Schema.string], required: ["url"])),
    "taints": Schema.array(
      Schema.object(
        [
          "effect": Schema.oneOf("NoSelect", "PreferNoSelect", "NoSelectIfNew"),
          "key": Schema.qualifiedName,
          "timeAdded": ["format": "date-time", "nullable": true, "type": "string"],
          "value": Schema.text(maximum: 1024),
        ], required: ["effect", "key"])),
  ])

  private static let managedClusterStatus = Schema.object([
    "allocatable": Schema.map(Schema.quantity), "capacity": Schema.map(Schema.quantity),
    "clusterClaims": Schema.array(
      Schema.object([
        "name": Schema.text(maximum: 253, minimum: 1),
        "value": Schema.text(maximum: 1024, minimum: 1),
      ])),
    "conditions": Schema.conditions,
    "managedNamespaces": Schema.list(
      Schema.object(
        [
          "clusterSet": Schema.string, "conditions": Schema.conditions,
          "name": Schema.text(maximum: 63, pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"),
        ], required: ["clusterSet", "name"]), keys: "clusterSet", "name"),
    "version": Schema.object(["kubernetes": Schema.string]),
  ])

  static let managedClusterSets = Definition(
    group: group, plural: "managedclustersets", kind: "ManagedClusterSet",
    shortNames: ["mclset", "mclsets"], namespaced: false,
    versions: [
      Definition.Version(
        name: "v1beta2",
        properties: [
          "spec": Schema.object([
            "clusterSelector": Schema.object([
              "labelSelector": Schema.selector,
              "selectorType": Schema.oneOf(
                "ExclusiveClusterSetLabel", "LabelSelector", default: "ExclusiveClusterSetLabel"),
            ]),
            "managedNamespaces": Schema.list(
              Schema.object(["name": Schema.text(maximum: 63)], required: ["name"]), keys: "name"),
          ]), "status": Schema.object(["conditions": Schema.conditions]),
        ],
        columns: [
          Definition.column("Empty", condition: "ClusterSetEmpty"),
          Definition.column("Age", ".metadata.creationTimestamp", "date"),
        ])
    ])

  static let managedClusterSetBindings = Definition(
    group: group, plural: "managedclustersetbindings", kind: "ManagedClusterSetBinding",
    shortNames: ["mclsetbinding", "mclsetbindings"], namespaced: true,
    versions: [
      Definition.Version(
        name: "v1beta2",
        properties: [
          "spec": Schema.object(["clusterSet": Schema.text(maximum: 253, minimum: 1)]),
          "status": Schema.object(["conditions": Schema.conditions]),
        ])
    ])
}
