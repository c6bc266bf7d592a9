import Documents

/// The Deployments of a hub, and the identities they run under.
struct HubComponents: Sendable {
  /// Name of the ClusterManager, the prefix of most names.
  let manager: String
  let namespace: String
  let spec: Value

  init(_ clusterManager: Value) {
    manager = clusterManager.objectName
    spec = clusterManager["spec"] ?? [:]
    let hosted = spec.at("deployOption", "mode")?.string == "Hosted"
    namespace = hosted ? manager : OCM.hubNamespace
  }

  private var labels: [String: String] { [OCM.createdByClusterManager: manager] }

  /// ServiceAccounts, in the order they are applied.
  var serviceAccounts: [Value] {
    [
      "registration-controller-sa", "registration-webhook-sa", "work-webhook-sa",
      "placement-controller-sa", "addon-webhook-sa", "addon-manager-controller-sa",
    ].map { ManifestBuilder.serviceAccount($0, namespace, labels: labels) }
  }

  /// Services in front of the webhooks.
  var services: [Value] {
    ["registration", "work", "addon"].map { part in
      [
        "apiVersion": "v1", "kind": "Service",
        "metadata": ManifestBuilder.metadata(
          "cluster-manager-\(part)-webhook", namespace, labels: labels),
        "spec": [
          "selector": ["app": .string("\(manager)-\(part)-webhook")],
          "ports": [["name": "webhook", "port": 9443, "protocol": "TCP", "targetPort": 9443]],
        ],
      ]
    }
  }

  /// Deployments, in the order they are applied.
  var deployments: [Value] {
    var workloads = [
      workload(
        "registration-controller", image: "registrationImagePullSpec",
        ["/registration", "controller"] + registrationFlags),
      workload(
        "registration-webhook", image: "registrationImagePullSpec",
        ["/registration", "webhook-server", "--port=9443"] + registrationGates),
      workload(
        "work-webhook", image: "workImagePullSpec", ["/work", "webhook-server", "--port=9443"]),
      workload(
        "placement-controller", image: "placementImagePullSpec", ["/placement", "controller"]),
      workload(
        "addon-webhook", image: "addOnManagerImagePullSpec",
        ["/addon", "webhook-server", "--port=9443"]),
    ]
    if isAddonManagerEnabled {
      workloads.append(
        workload(
          "addon-manager-controller", image: "addOnManagerImagePullSpec", ["/addon", "manager"]))
    }
    return workloads.map(ManifestBuilder.deployment)
  }

  private func workload(
    _ part: String, image: String, _ arguments: [String]
  ) -> ManifestBuilder.Workload {
    ManifestBuilder.Workload(
      name: "\(manager)-\(part)", namespace: namespace, labels: labels, app: "\(manager)-\(part)",
      container: part, image: spec[image]?.string ?? "", serviceAccount: "\(part)-sa",
      arguments: arguments)
  }

  private var registrationFlags: [String] {
    let configuration = spec["registrationConfiguration"]
    var users = configuration?["autoApproveUsers"]?.strings ?? []
    for driver in configuration?["registrationDrivers"]?.array ?? []
    where driver["authType"]?.string == "csr" {
      users += driver.at("csr", "autoApprovedIdentities")?.strings ?? []
    }
    let flag =
      users.isEmpty
      ? [] : ["--cluster-auto-approval-users=\(users.joined(separator: ","))"]
    return registrationGates + flag
  }

  /// `--feature-gates=Gate=true` flags of the gates that are set.
  private var registrationGates: [String] {
    Self.gates(spec.at("registrationConfiguration", "featureGates"))
  }

  private var isAddonManagerEnabled: Bool {
    !Self.gates(spec.at("addOnManagerConfiguration", "featureGates"))
      .contains("--feature-gates=AddonManagement=false")
  }

  private static func gates(_ list: Value?) -> [String] {
    (list?.array ?? []).compactMap { gate in
      guard let name = gate["feature"]?.string else { return nil }
      return "--feature-gates=\(name)=\(gate["mode"]?.string == "Enable")"
    }
  }
}
