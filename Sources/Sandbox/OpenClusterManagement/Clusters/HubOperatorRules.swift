/// What the hub's operator may do (OCM, deploy/cluster-manager/config/rbac).
enum HubOperatorRules {
  private static let read = ["get", "list", "watch"]
  private static let write = ["create", "get", "list", "update", "watch", "patch", "delete"]

  static let all = kubernetes + openClusterManagement

  private static let namedSecrets = [
    "signer-secret", "registration-webhook-serving-cert", "work-webhook-serving-cert",
    "addon-webhook-serving-cert", "registration-controller-sa-kubeconfig",
    "registration-webhook-sa-kubeconfig", "work-webhook-sa-kubeconfig",
    "placement-controller-sa-kubeconfig", "work-controller-sa-kubeconfig",
    "addon-manager-controller-sa-kubeconfig", "addon-webhook-sa-kubeconfig",
    "external-hub-kubeconfig", "work-driver-config", OCM.imagePullSecret,
    "grpc-server-serving-cert", "cluster-import-config",
  ]

  private static let kubernetes = [
    PolicyRule(
      [""], ["configmaps", "namespaces", "serviceaccounts", "services"],
      write + ["deletecollection"]),
    PolicyRule([""], ["serviceaccounts/token"], ["create", "subscribe"]),
    PolicyRule([""], ["pods"], ["get"]),
    PolicyRule(
      [""], ["secrets"], read + ["update", "patch", "delete"], names: namedSecrets),
    PolicyRule([""], ["secrets"], ["create"]),
    PolicyRule(["coordination.k8s.io"], ["leases"], write),
    PolicyRule([""], ["nodes"], read),
    PolicyRule(["authorization.k8s.io"], ["subjectaccessreviews"], ["create", "get"]),
    PolicyRule(["", "events.k8s.io"], ["events"], write + ["deletecollection"]),
    PolicyRule(["apps"], ["deployments"], write), PolicyRule(["apps"], ["replicasets"], ["get"]),
    PolicyRule(
      [ManifestBuilder.rbacGroup],
      ["clusterrolebindings", "rolebindings", "clusterroles", "roles"], write),
    PolicyRule(["apiextensions.k8s.io"], ["customresourcedefinitions"], write),
    PolicyRule(
      ["apiextensions.k8s.io"], ["customresourcedefinitions/status"], ["update", "patch"]),
    PolicyRule(["apiregistration.k8s.io"], ["apiservices"], write),
    PolicyRule(
      ["admissionregistration.k8s.io"],
      ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"], write),
    PolicyRule(["migration.k8s.io"], ["storageversionmigrations"], write),
    PolicyRule(["authentication.k8s.io"], ["tokenreviews"], ["create"]),
    PolicyRule(["certificates.k8s.io"], ["certificatesigningrequests"], ["create"] + read),
    PolicyRule(
      ["certificates.k8s.io"],
      ["certificatesigningrequests/approval", "certificatesigningrequests/status"], ["update"]),
    PolicyRule(["certificates.k8s.io"], ["signers"], ["approve", "sign"]),
  ]

  private static let openClusterManagement = [
    PolicyRule(
      ["operator.open-cluster-management.io"], ["clustermanagers"],
      read + ["update", "delete", "patch"]),
    PolicyRule(
      ["operator.open-cluster-management.io"], ["clustermanagers/status"], ["update", "patch"]),
    PolicyRule(
      [AddonDefinitions.group], ["managedclusteraddons", "clustermanagementaddons"], write),
    PolicyRule(
      [AddonDefinitions.group],
      ["managedclusteraddons/status", "clustermanagementaddons/status"], ["patch", "update"]),
    PolicyRule(
      [AddonDefinitions.group],
      ["managedclusteraddons/finalizers", "clustermanagementaddons/finalizers"], ["update"]),
    PolicyRule([AddonDefinitions.group], ["addondeploymentconfigs", "addontemplates"], read),
    PolicyRule(
      [ClusterDefinitions.group], ["managedclusters"], read + ["create", "update", "patch"]),
    PolicyRule(
      [ClusterDefinitions.group],
      ["managedclustersetbindings", "placements", "addonplacementscores"], read),
    PolicyRule(
      [ClusterDefinitions.group], ["managedclustersets", "placementdecisions"], write),
    PolicyRule(
      [ClusterDefinitions.group],
      [
        "managedclusters/status", "managedclustersetbindings/status",
        "managedclustersets/status", "placements/status", "placementdecisions/status",
      ], ["update", "patch"]),
    PolicyRule([ClusterDefinitions.group], ["placements/finalizers"], ["update"]),
    PolicyRule([ClusterDefinitions.group], ["managedclustersets/join"], ["create"]),
    PolicyRule(
      ["register.open-cluster-management.io"], ["managedclusters/clientcertificates"], ["renew"]),
    PolicyRule(["register.open-cluster-management.io"], ["managedclusters/accept"], ["update"]),
    PolicyRule(
      [WorkDefinitions.group], ["manifestworkreplicasets", "manifestworks"],
      write + ["deletecollection", "execute-as"]),
    PolicyRule(
      [WorkDefinitions.group], ["manifestworks/status", "manifestworkreplicasets/status"],
      ["update", "patch"]),
  ]
}
