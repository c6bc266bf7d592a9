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

  private static let managedClusterSpec = CRDSchema.object([
    "hubAcceptsClient": CRDSchema.boolean,
    "leaseDurationSeconds": ["default": 60, "format": "int32", "type": "integer"],
    "managedClusterClientConfigs": CRDSchema.array(
      CRDSchema.object(["caBundle": CRDSchema.bytes, "url": CRDSchema.string], required: ["url"])),
    "taints": CRDSchema.array(
      CRDSchema.object(
        [
          "effect": CRDSchema.oneOf("NoSelect", "PreferNoSelect", "NoSelectIfNew"),
          "key": CRDSchema.qualifiedName,
          "timeAdded": ["format": "date-time", "nullable": true, "type": "string"],
          "value": CRDSchema.text(maximum: 1024),
        ], required: ["effect", "key"])),
  ])

  private static let managedClusterStatus = CRDSchema.object([
    "allocatable": CRDSchema.map(CRDSchema.quantity), "capacity": CRDSchema.map(CRDSchema.quantity),
    "clusterClaims": CRDSchema.array(
      CRDSchema.object([
        "name": CRDSchema.text(maximum: 253, minimum: 1),
        "value": CRDSchema.text(maximum: 1024, minimum: 1),
      ])),
    "conditions": CRDSchema.conditions,
    "managedNamespaces": CRDSchema.list(
      CRDSchema.object(
        [
          "clusterSet": CRDSchema.string, "conditions": CRDSchema.conditions,
          "name": CRDSchema.text(maximum: 63, pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"),
        ], required: ["clusterSet", "name"]), keys: "clusterSet", "name"),
    "version": CRDSchema.object(["kubernetes": CRDSchema.string]),
  ])

  static let managedClusterSets = Definition(
    group: group, plural: "managedclustersets", kind: "ManagedClusterSet",
    shortNames: ["mclset", "mclsets"], namespaced: false,
    versions: [
      Definition.Version(
        name: "v1beta2",
        properties: [
          "spec": CRDSchema.object([
            "clusterSelector": CRDSchema.object([
              "labelSelector": CRDSchema.selector,
              "selectorType": CRDSchema.oneOf(
                "ExclusiveClusterSetLabel", "LabelSelector", default: "ExclusiveClusterSetLabel"),
            ]),
            "managedNamespaces": CRDSchema.list(
              CRDSchema.object(["name": CRDSchema.text(maximum: 63)], required: ["name"]),
              keys: "name"),
          ]), "status": CRDSchema.object(["conditions": CRDSchema.conditions]),
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
          "spec": CRDSchema.object(["clusterSet": CRDSchema.text(maximum: 253, minimum: 1)]),
          "status": CRDSchema.object(["conditions": CRDSchema.conditions]),
        ])
    ])
}
