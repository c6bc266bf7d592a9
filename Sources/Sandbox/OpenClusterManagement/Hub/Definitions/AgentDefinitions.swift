import Documents

/// The resources that the klusterlet operator brings to a managed cluster.
enum AgentDefinitions {
  static let all = [appliedManifestWorks, clusterClaims]

  /// The annotation by which operators know which release a definition is of.
  private static let annotations: Value = [OCM.operatorVersion: .string(OCM.version)]

  static let appliedManifestWorks = Definition(
    group: WorkDefinitions.group, plural: "appliedmanifestworks", kind: "AppliedManifestWork",
    namespaced: false,
    versions: [
      Definition.Version(
        name: "v1",
        properties: [
          "spec": Schema.object(
            [
              "agentID": Schema.string, "hubHash": Schema.string,
              "manifestWorkName": Schema.text(maximum: 253, minimum: 1),
            ], required: ["hubHash", "manifestWorkName"]),
          "status": Schema.object([
            "appliedResources": Schema.array(
              Schema.object(
                [
                  "group": Schema.string, "name": Schema.string, "namespace": Schema.string,
                  "resource": Schema.string, "uid": Schema.string, "version": Schema.string,
                ], required: ["name", "resource", "version"])),
            "evictionStartTime": Schema.date,
          ]),
        ])
    ], annotations: annotations)

  static let clusterClaims = Definition(
    group: ClusterDefinitions.group, plural: "clusterclaims", kind: "ClusterClaim",
    namespaced: false,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": Schema.object(["value": Schema.text(maximum: 1024, minimum: 1)])
        ], status: false)
    ], annotations: annotations)
}
