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
          "spec": CRDSchema.object(
            [
              "agentID": CRDSchema.string, "hubHash": CRDSchema.string,
              "manifestWorkName": CRDSchema.text(maximum: 253, minimum: 1),
            ], required: ["hubHash", "manifestWorkName"]),
          "status": CRDSchema.object([
            "appliedResources": CRDSchema.array(
              CRDSchema.object(
                [
                  "group": CRDSchema.string, "name": CRDSchema.string,
                  "namespace": CRDSchema.string,
                  "resource": CRDSchema.string, "uid": CRDSchema.string,
                  "version": CRDSchema.string,
                ], required: ["name", "resource", "version"])),
            "evictionStartTime": CRDSchema.date,
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
          "spec": CRDSchema.object(["value": CRDSchema.text(maximum: 1024, minimum: 1)])
        ], status: false)
    ], annotations: annotations)
}
