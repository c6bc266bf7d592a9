extension PolicyRule {
  /// What the operator of the hub does (OCM, deploy/cluster-manager/config/rbac).
  ///
  /// It has neither `escalate` nor `bind`, so it must have every right itself that it grants to the
  /// hub's components (OCM, manifests/cluster-manager/hub); a right missing here shows as a
  /// ClusterManager whose condition Applied stays False.
  static func clusterManagerOperator(for version: OCMVersion) -> [PolicyRule] {
    workload(for: version) + cluster + registration + placementAndWork + elsewhere
  }

  /// What it runs the components with.
  private static func workload(for version: OCMVersion) -> [PolicyRule] {
    // Until 0.12 a component watched its own pods.
    let podVerbs =
      version >= OCMVersion(major: 0, minor: 13, patch: 0)
      ? ["get"] : manage + ["deletecollection"]
    return [
      PolicyRule(
        "", ["configmaps", "namespaces", "serviceaccounts", "services"],
        manage + ["deletecollection"]),
      // `subscribe` is what agents ask for that reach the hub over gRPC.
      PolicyRule("", ["serviceaccounts/token"], ["create", "subscribe"]),
      // Releases 0.16 to 1.1 grant reading of the bootstrap token.
      PolicyRule(
        "", ["serviceaccounts/token"], ["get"], names: [Names.ServiceAccount.bootstrap]),
      PolicyRule("", ["pods"], podVerbs),
      PolicyRule("", ["secrets"], ["create"]),
      PolicyRule(
        "", ["secrets"], ["get", "list", "watch", "update", "patch", "delete"],
        names: hubSecrets),
      PolicyRule("coordination.k8s.io", ["leases"], manage),
      PolicyRule("", ["nodes"], read),
      PolicyRule(
        ["", "events.k8s.io"], ["events"],
        read + ["create", "patch", "update", "delete", "deletecollection"]),
      PolicyRule("apps", ["deployments"], manage),
      PolicyRule("apps", ["replicasets"], ["get"]),
      PolicyRule("networking.k8s.io", ["networkpolicies"], manage),
    ]
  }

  /// Secrets of the hub's components.
  private static let hubSecrets: [String] = [
    "signer-secret", "registration-webhook-serving-cert", "work-webhook-serving-cert",
    "addon-webhook-serving-cert", "grpc-server-serving-cert", "placement-debug-serving-cert",
    "registration-controller-sa-kubeconfig", "registration-webhook-sa-kubeconfig",
    "work-webhook-sa-kubeconfig", "placement-controller-sa-kubeconfig",
    "work-controller-sa-kubeconfig", "addon-manager-controller-sa-kubeconfig",
    "addon-webhook-sa-kubeconfig", "external-hub-kubeconfig", "work-driver-config",
    "cluster-import-config", Names.Secret.imagePullCredentials,
  ]

  /// What it changes in the cluster: RBAC, CRDs, webhooks, and its own record.
  private static let cluster: [PolicyRule] = [
    PolicyRule("authorization.k8s.io", ["subjectaccessreviews"], ["create", "get"]),
    PolicyRule("authentication.k8s.io", ["tokenreviews"], ["create"]),
    PolicyRule(
      "rbac.authorization.k8s.io",
      ["clusterrolebindings", "rolebindings", "clusterroles", "roles"], manage),
    PolicyRule("apiextensions.k8s.io", ["customresourcedefinitions"], manage),
    PolicyRule(
      "apiextensions.k8s.io", ["customresourcedefinitions/status"], ["update", "patch"]),
    PolicyRule("apiregistration.k8s.io", ["apiservices"], manage),
    PolicyRule(
      "admissionregistration.k8s.io",
      ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"], manage),
    PolicyRule("migration.k8s.io", ["storageversionmigrations"], manage),
    PolicyRule(
      Names.APIGroup.operator, ["clustermanagers"], read + ["update", "delete", "patch"]),
    PolicyRule(Names.APIGroup.operator, ["clustermanagers/status"], ["update", "patch"]),
  ]

  /// What the registration component and its webhooks do, and grant to agents.
  private static let registration: [PolicyRule] = [
    PolicyRule(
      "certificates.k8s.io", ["certificatesigningrequests"], ["create"] + read),
    PolicyRule(
      "certificates.k8s.io",
      ["certificatesigningrequests/approval", "certificatesigningrequests/status"], ["update"]),
    PolicyRule("certificates.k8s.io", ["signers"], ["approve", "sign"]),
    PolicyRule(
      Names.APIGroup.cluster, ["managedclusters"], read + ["create", "update", "patch"]),
    PolicyRule(
      Names.APIGroup.cluster, ["managedclustersets", "placementdecisions"], manage),
    PolicyRule(Names.APIGroup.cluster, ["managedclustersets/join"], ["create"]),
    PolicyRule(
      Names.APIGroup.cluster,
      ["managedclustersetbindings", "placements", "addonplacementscores"], read),
    PolicyRule(
      Names.APIGroup.cluster,
      [
        "managedclusters/status", "managedclustersetbindings/status", "managedclustersets/status",
        "placements/status", "placementdecisions/status",
      ], ["update", "patch"]),
    PolicyRule(Names.APIGroup.cluster, ["placements/finalizers"], ["update"]),
    PolicyRule(Names.APIGroup.register, ["managedclusters/clientcertificates"], ["renew"]),
    PolicyRule(Names.APIGroup.register, ["managedclusters/accept"], ["update"]),
  ]

  /// What the components for addons and works do, and grant to agents.
  private static let placementAndWork: [PolicyRule] = [
    PolicyRule(
      Names.APIGroup.addOn, ["managedclusteraddons", "clustermanagementaddons"], manage),
    PolicyRule(
      Names.APIGroup.addOn, ["managedclusteraddons/status", "clustermanagementaddons/status"],
      ["patch", "update"]),
    PolicyRule(
      Names.APIGroup.addOn,
      ["managedclusteraddons/finalizers", "clustermanagementaddons/finalizers"], ["update"]),
    PolicyRule(Names.APIGroup.addOn, ["addondeploymentconfigs", "addontemplates"], read),
    PolicyRule(
      Names.APIGroup.work, ["manifestworkreplicasets"], manage + ["deletecollection"]),
    PolicyRule(Names.APIGroup.work, ["manifestworkreplicasets/finalizers"], ["update"]),
    PolicyRule(
      Names.APIGroup.work, ["manifestworks"], manage + ["deletecollection", "execute-as"]),
    PolicyRule(
      Names.APIGroup.work, ["manifestworks/status", "manifestworkreplicasets/status"],
      ["update", "patch"]),
  ]

  /// Other projects' resources that components look at when they are there.
  private static let elsewhere: [PolicyRule] = [
    PolicyRule(
      "flowcontrol.apiserver.k8s.io", ["flowschemas", "prioritylevelconfigurations"], read),
    PolicyRule("config.openshift.io", ["infrastructures"], ["get"]),
    PolicyRule("multicluster.x-k8s.io", ["clusterprofiles"], manage),
    PolicyRule("multicluster.x-k8s.io", ["clusterprofiles/status"], ["update", "patch"]),
    PolicyRule("cluster.x-k8s.io", ["clusters"], read),
  ]
}
