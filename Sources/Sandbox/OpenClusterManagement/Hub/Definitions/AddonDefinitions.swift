import Documents

/// The resources of group addon.open-cluster-management.io.
enum AddonDefinitions {
  static let group = "addon.open-cluster-management.io"

  static let all = [
    clusterManagementAddOns, managedClusterAddOns, addOnDeploymentConfigs, addOnTemplates,
  ]

  static let managedClusterAddOns = Definition(
    group: group, plural: "managedclusteraddons", kind: "ManagedClusterAddOn",
    shortNames: ["mca", "mcas"], namespaced: true,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": CRDSchema.object([
            "configs": CRDSchema.array(CRDSchema.configReference),
            "installNamespace": [
              "type": "string", "default": .string(OCM.addonNamespace), "maxLength": 63,
              "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
            ],
          ]), "status": status,
        ], columns: addonColumns, required: ["spec"]),
      Definition.Version(
        name: "v1beta1",
        properties: [
          "spec": CRDSchema.object(["configs": CRDSchema.array(CRDSchema.configReference)]),
          "status": status,
        ], columns: addonColumns, storage: false, required: ["spec"]),
    ])

  private static let addonColumns = [
    Definition.column("Available", condition: "Available"),
    Definition.column("Degraded", condition: "Degraded"),
    Definition.column("Progressing", condition: "Progressing"),
  ]

  private static let status = CRDSchema.object([
    "addOnConfiguration": CRDSchema.free, "addOnMeta": CRDSchema.free,
    "conditions": CRDSchema.conditions, "configReferences": CRDSchema.array(CRDSchema.free),
    "healthCheck": CRDSchema.object([
      "mode": CRDSchema.oneOf("Lease", "Customized", default: "Lease")
    ]),
    "kubeClientDriver": CRDSchema.oneOf("csr", "token"), "namespace": CRDSchema.string,
    "registrations": CRDSchema.array(CRDSchema.free),
    "relatedObjects": CRDSchema.array(CRDSchema.free),
    "supportedConfigs": CRDSchema.array(CRDSchema.free),
  ])

  private static func managementSpec(_ configs: String) -> Value {
    var properties: Value = [
      "addOnConfiguration": CRDSchema.object([
        "crdName": CRDSchema.string, "crName": CRDSchema.string,
      ]),
      "addOnMeta": CRDSchema.object([
        "description": CRDSchema.string, "displayName": CRDSchema.string,
      ]),
      "installStrategy": CRDSchema.object([
        "placements": CRDSchema.array(CRDSchema.free),
        "type": CRDSchema.oneOf("Manual", "Placements", default: "Manual"),
      ]),
    ]
    properties[configs] = CRDSchema.array(CRDSchema.free)
    return CRDSchema.object(properties)
  }

  private static let managementStatus = CRDSchema.object([
    "defaultconfigReferences": CRDSchema.array(CRDSchema.free),
    "installProgressions": CRDSchema.array(CRDSchema.free),
  ])

  private static let managementColumns = [
    Definition.column("DISPLAY NAME", ".spec.addOnMeta.displayName"),
    Definition.column("CRD NAME", ".spec.addOnConfiguration.crdName"),
  ]

  static let clusterManagementAddOns = Definition(
    group: group, plural: "clustermanagementaddons", kind: "ClusterManagementAddOn",
    shortNames: ["cma", "cmas"], namespaced: false,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: ["spec": managementSpec("supportedConfigs"), "status": managementStatus],
        columns: managementColumns, required: ["spec"]),
      Definition.Version(
        name: "v1beta1",
        properties: ["spec": managementSpec("defaultConfigs"), "status": managementStatus],
        columns: managementColumns, storage: false, required: ["spec"]),
    ])

  static let addOnDeploymentConfigs = Definition(
    group: group, plural: "addondeploymentconfigs", kind: "AddOnDeploymentConfig",
    namespaced: true,
    versions: ["v1alpha1", "v1beta1"].map { version in
      Definition.Version(
        name: version,
        properties: [
          "spec": CRDSchema.object([
            "agentInstallNamespace": [
              "type": "string", "default": .string(OCM.addonNamespace), "maxLength": 63,
            ],
            "customizedVariables": CRDSchema.list(
              CRDSchema.object(
                ["name": CRDSchema.text(maximum: 255), "value": CRDSchema.text(maximum: 1024)],
                required: ["name"]), keys: "name"), "nodePlacement": CRDSchema.free,
            "proxyConfig": CRDSchema.object([
              "caBundle": CRDSchema.bytes, "httpProxy": CRDSchema.string,
              "httpsProxy": CRDSchema.string,
              "noProxy": CRDSchema.string,
            ]),
            "registries": CRDSchema.array(
              CRDSchema.object(
                ["mirror": CRDSchema.string, "source": CRDSchema.string], required: ["mirror"])),
            "resourceRequirements": CRDSchema.array(CRDSchema.free),
          ])
        ], storage: version == "v1alpha1", required: ["spec"], status: false)
    })

  static let addOnTemplates = Definition(
    group: group, plural: "addontemplates", kind: "AddOnTemplate", namespaced: false,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": CRDSchema.object(
            [
              "addonName": CRDSchema.string,
              "agentSpec": CRDSchema.object([
                "executor": CRDSchema.free, "manifestConfigs": CRDSchema.array(CRDSchema.free),
                "workload": CRDSchema.object(["manifests": CRDSchema.array(CRDSchema.embedded)]),
              ]), "registration": CRDSchema.array(CRDSchema.free),
            ], required: ["addonName", "agentSpec"])
        ], columns: [Definition.column("ADDON NAME", ".spec.addonName")], required: ["spec"],
        status: false)
    ])
}
