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
          "spec": Schema.object([
            "configs": Schema.array(Schema.configReference),
            "installNamespace": [
              "type": "string", "default": .string(OCM.addonNamespace), "maxLength": 63,
              "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
            ],
          ]), "status": status,
        ], columns: addonColumns, required: ["spec"]),
      Definition.Version(
        name: "v1beta1",
        properties: [
          "spec": Schema.object(["configs": Schema.array(Schema.configReference)]),
          "status": status,
        ], columns: addonColumns, storage: false, required: ["spec"]),
    ])

  private static let addonColumns = [
    Definition.column("Available", condition: "Available"),
    Definition.column("Degraded", condition: "Degraded"),
    Definition.column("Progressing", condition: "Progressing"),
  ]

  private static let status = Schema.object([
    "addOnConfiguration": Schema.free, "addOnMeta": Schema.free,
    "conditions": Schema.conditions, "configReferences": Schema.array(Schema.free),
    "healthCheck": Schema.object(["mode": Schema.oneOf("Lease", "Customized", default: "Lease")]),
    "kubeClientDriver": Schema.oneOf("csr", "token"), "namespace": Schema.string,
    "registrations": Schema.array(Schema.free),
    "relatedObjects": Schema.array(Schema.free), "supportedConfigs": Schema.array(Schema.free),
  ])

  private static func managementSpec(_ configs: String) -> Value {
    var properties: Value = [
      "addOnConfiguration": Schema.object(["crdName": Schema.string, "crName": Schema.string]),
      "addOnMeta": Schema.object(["description": Schema.string, "displayName": Schema.string]),
      "installStrategy": Schema.object([
        "placements": Schema.array(Schema.free),
        "type": Schema.oneOf("Manual", "Placements", default: "Manual"),
      ]),
    ]
    properties[configs] = Schema.array(Schema.free)
    return Schema.object(properties)
  }

  private static let managementStatus = Schema.object([
    "defaultconfigReferences": Schema.array(Schema.free),
    "installProgressions": Schema.array(Schema.free),
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
          "spec": Schema.object([
            "agentInstallNamespace": [
              "type": "string", "default": .string(OCM.addonNamespace), "maxLength": 63,
            ],
            "customizedVariables": Schema.list(
              Schema.object(
                ["name": Schema.text(maximum: 255), "value": Schema.text(maximum: 1024)],
                required: ["name"]), keys: "name"), "nodePlacement": Schema.free,
            "proxyConfig": Schema.object([
              "caBundle": Schema.bytes, "httpProxy": Schema.string, "httpsProxy": Schema.string,
              "noProxy": Schema.string,
            ]),
            "registries": Schema.array(
              Schema.object(
                ["mirror": Schema.string, "source": Schema.string], required: ["mirror"])),
            "resourceRequirements": Schema.array(Schema.free),
          ])
        ], storage: version == "v1alpha1", required: ["spec"], status: false)
    })

  static let addOnTemplates = Definition(
    group: group, plural: "addontemplates", kind: "AddOnTemplate", namespaced: false,
    versions: [
      Definition.Version(
        name: "v1alpha1",
        properties: [
          "spec": Schema.object(
            [
              "addonName": Schema.string,
              "agentSpec": Schema.object([
                "executor": Schema.free, "manifestConfigs": Schema.array(Schema.free),
                "workload": Schema.object(["manifests": Schema.array(Schema.embedded)]),
              ]), "registration": Schema.array(Schema.free),
            ], required: ["addonName", "agentSpec"])
        ], columns: [Definition.column("ADDON NAME", ".spec.addonName")], required: ["spec"],
        status: false)
    ])
}
