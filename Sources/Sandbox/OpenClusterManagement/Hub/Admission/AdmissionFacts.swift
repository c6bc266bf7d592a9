import Documents

/// What the webhooks of a hub look up while they decide on a write.
protocol AdmissionFacts: Sendable {
  /// An object as it is stored now.
  func object(_ kind: Kind, _ name: String, _ namespace: String?) -> Value?

  /// Whether RBAC grants something to a user.
  func allows(_ user: UserInfo, _ attributes: AccessAttributes) -> Bool
}

/// One webhook of a hub: it is asked only when its configuration exists, and then every write
/// needs its Deployment to be up.
struct HubWebhook: Sendable {
  /// Name of the configuration and of the webhook in it.
  let name: String
  let configuration: Kind
  /// `registration` or `work`.
  let service: String

  static let clusterMutator = HubWebhook(
    name: HubWebhooks.clusterMutator, configuration: .mutatingWebhooks, service: "registration")
  static let clusterValidator = HubWebhook(
    name: HubWebhooks.clusterValidator, configuration: .validatingWebhooks,
    service: "registration")
  static let bindingValidator = HubWebhook(
    name: HubWebhooks.bindingValidator, configuration: .validatingWebhooks,
    service: "registration")
  static let workValidator = HubWebhook(
    name: HubWebhooks.workValidator, configuration: .validatingWebhooks, service: "work")

  /// Whether the webhook takes part in writes.
  ///
  /// - Throws: the API server's answer when it is configured but cannot be called.
  func isConfigured(_ facts: any AdmissionFacts) throws(APIFailure) -> Bool {
    guard let configuration = facts.object(configuration, name, nil) else { return false }
    let client = configuration.at("webhooks")?[0]?["clientConfig"]
    let namespace = client?.at("service", "namespace")?.string ?? OCM.hubNamespace
    let deployment = facts.object(.deployments, "cluster-manager-\(service)-webhook", namespace)
    if (deployment?.at("status", "availableReplicas")?.int ?? 0) > 0 { return true }
    let host = "cluster-manager-\(service)-webhook.\(namespace).svc:9443"
    let path = client?.at("service", "path")?.string ?? ""
    let reason =
      "failed calling webhook \"\(name)\": failed to call webhook: Post "
      + "\"https://\(host)\(path)?timeout=10s\": no endpoints available for service "
      + "\"cluster-manager-\(service)-webhook\""
    throw .failure(
      500, "InternalError", "Internal error occurred: \(reason)",
      details: ["causes": [["message": .string(reason)]]])
  }

  /// The answer to a client whose write the webhook denies.
  func denial(_ code: Int, _ reason: String, _ message: String) -> APIFailure {
    .failure(code, reason, "admission webhook \"\(name)\" denied the request: \(message)")
  }

  /// The answer when the user lacks a right, about a resource such as `managedclusters/accept`.
  func forbidden(_ resource: String, _ name: String, _ why: String) -> APIFailure {
    denial(
      403, "Forbidden", "\(resource).\(ClusterDefinitions.group) \"\(name)\" is forbidden: \(why)")
  }
}
