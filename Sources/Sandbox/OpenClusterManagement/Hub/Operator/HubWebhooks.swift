import Documents

/// The webhook configurations of a hub. They are applied only when every Deployment of the hub is
/// ready, and from then on writes of ManagedClusters and ManifestWorks need the webhooks.
struct HubWebhooks: Sendable {
  let namespace: String
  /// PEM certificates of the CA of the webhooks, base64.
  let authority: String
  let labels: [String: String]

  static let clusterMutator = "managedclustermutators.admission.cluster.open-cluster-management.io"
  static let clusterValidator =
    "managedclustervalidators.admission.cluster.open-cluster-management.io"
  static let bindingValidator =
    "managedclustersetbindingvalidators.admission.cluster.open-cluster-management.io"
  static let workValidator = "manifestworkvalidators.admission.work.open-cluster-management.io"

  /// The configurations, in the order they are applied.
  var objects: [(kind: Kind, object: Value)] {
    let cluster = ClusterDefinitions.group
    return [
      (
        .validatingWebhooks,
        configuration(
          "ValidatingWebhookConfiguration", Self.clusterValidator, "registration",
          "/validate-cluster-open-cluster-management-io-v1-managedcluster",
          (cluster, "*", "managedclusters"))
      ),
      (
        .mutatingWebhooks,
        configuration(
          "MutatingWebhookConfiguration", Self.clusterMutator, "registration",
          "/mutate-cluster-open-cluster-management-io-v1-managedcluster",
          (cluster, "*", "managedclusters"))
      ),
      (
        .validatingWebhooks,
        configuration(
          "ValidatingWebhookConfiguration", Self.bindingValidator, "registration",
          "/validate-cluster-open-cluster-management-io-v1beta2-managedclustersetbinding",
          (cluster, "v1beta2", "managedclustersetbindings"))
      ),
      (
        .validatingWebhooks,
        configuration(
          "ValidatingWebhookConfiguration", Self.workValidator, "work",
          "/validate-work-open-cluster-management-io-v1-manifestwork",
          (WorkDefinitions.group, "*", "manifestworks"))
      ),
    ]
  }

  private func configuration(
    _ kind: String, _ name: String, _ service: String, _ path: String,
    _ rule: (group: String, version: String, resource: String)
  ) -> Value {
    [
      "apiVersion": "admissionregistration.k8s.io/v1", "kind": .string(kind),
      "metadata": ManifestBuilder.metadata(name, labels: labels),
      "webhooks": [
        [
          "name": .string(name), "failurePolicy": "Fail",
          "clientConfig": [
            "service": [
              "namespace": .string(namespace),
              "name": .string("cluster-manager-\(service)-webhook"), "path": .string(path),
              "port": 9443,
            ], "caBundle": .string(authority),
          ],
          "rules": [
            [
              "operations": ["CREATE", "UPDATE"], "apiGroups": [.string(rule.group)],
              "apiVersions": [.string(rule.version)], "resources": [.string(rule.resource)],
            ]
          ],
          "admissionReviewVersions": ["v1beta1", "v1"], "sideEffects": "None",
          "timeoutSeconds": 10,
        ]
      ],
    ]
  }
}
