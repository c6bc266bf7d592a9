import Documents
import Logging

/// Gives every namespace its ServiceAccount `default` and ConfigMap `kube-root-ca.crt`
/// (kube-controller-manager, serviceaccount and root-ca-cert-publisher controllers).
struct DefaultServiceAccounts: Sendable {
  private let client: any ResourceClient
  private let rootCertificate: String
  private let pace: Pace

  /// - Parameter rootCertificate: the cluster's CA certificate, PEM.
  init(client: any ResourceClient, rootCertificate: String, pace: Pace) {
    self.client = client
    self.rootCertificate = rootCertificate
    self.pace = pace
  }

  /// The controller that does this for every namespace.
  func controller(logger: Logger) -> Controller {
    let owned: @Sendable (String) -> @Sendable (String, Value) -> [String] = { name in
      { type, object in
        type == "DELETED" && object.objectName == name ? [object.objectNamespace ?? ""] : []
      }
    }
    return Controller(
      name: "serviceaccount", client: client,
      sources: [
        Controller.Source(.namespaces),
        Controller.Source(.serviceAccounts, keys: owned("default")),
        Controller.Source(.configMaps, keys: owned("kube-root-ca.crt")),
      ],
      pace: pace, logger: logger, reconcile: reconcile)
  }

  /// Creates what one namespace lacks.
  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let namespace = try await client.find(.namespaces, name), !namespace.isTerminating else {
      return .settled
    }
    try await ensure(
      .serviceAccounts,
      [
        "apiVersion": "v1", "kind": "ServiceAccount",
        "metadata": ["name": "default", "namespace": .string(name)],
      ], in: name)
    try await ensure(.configMaps, rootCertificateMap(in: name), in: name)
    return .settled
  }

  private func rootCertificateMap(in namespace: String) -> Value {
    let note =
      "Contains a CA bundle that can be used to verify the kube-apiserver when using internal "
      + "endpoints such as the internal service IP or kubernetes.default.svc. No other usage is "
      + "guaranteed across distributions of Kubernetes clusters."
    return [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": [
        "name": "kube-root-ca.crt", "namespace": .string(namespace),
        "annotations": ["kubernetes.io/description": .string(note)],
      ],
      "data": ["ca.crt": .string(rootCertificate)],
    ]
  }

  private func ensure(_ kind: Kind, _ object: Value, in namespace: String) async throws {
    guard try await client.find(kind, object.objectName, namespace) == nil else { return }
    do {
      _ = try await client.create(kind, object, namespace)
    } catch let failure as APIFailure where failure.isAlreadyExists || failure.code == 403 {
      return  // created meanwhile, or the namespace began to terminate
    }
  }
}
