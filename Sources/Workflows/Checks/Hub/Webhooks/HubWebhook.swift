import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// One of OCM's admission webhooks, as the API server is told to call it.
struct HubWebhook: Sendable {
  /// Names of the configurations that OCM's operator applies once every component is ready (OCM operator,
  /// manifests/cluster-manager/hub).
  static let configurations = [
    "managedclustermutators.admission.cluster.open-cluster-management.io",
    "managedclustervalidators.admission.cluster.open-cluster-management.io",
    "managedclustersetbindingvalidators.admission.cluster.open-cluster-management.io",
    "manifestworkvalidators.admission.work.open-cluster-management.io",
  ]

  /// The configuration's name.
  let configuration: String
  /// The Service in front of it; nil when it is called by URL.
  let service: (namespace: String, name: String)?
  /// The certificates that verify it, PEM; nil when missing or not base64.
  let authorities: [UInt8]?
  /// Writes fail when it does not answer.
  let isRequired: Bool

  private init(_ configuration: String, _ webhook: Value) {
    self.configuration = configuration
    let client = webhook["clientConfig"]
    if let namespace = client?.at("service", "namespace")?.string,
      let name = client?.at("service", "name")?.string
    {
      service = (namespace, name)
    } else {
      service = nil
    }
    authorities = client?["caBundle"]?.string
      .flatMap { Data(base64Encoded: $0, options: .ignoreUnknownCharacters) }.map(Array.init)
    isRequired = webhook["failurePolicy"]?.string != "Ignore"
  }

  /// The webhooks of OCM that are configured now.
  static func all(_ context: HubCheckContext) async throws -> [HubWebhook] {
    async let validating = context.reads.list(.validatingWebhookConfigurations)
    async let mutating = context.reads.list(.mutatingWebhookConfigurations)
    return try await (mutating + validating).flatMap { object -> [HubWebhook] in
      let name = object.at("metadata", "name")?.string ?? ""
      guard configurations.contains(name) else { return [] }
      return (object["webhooks"]?.array ?? []).map { HubWebhook(name, $0) }
    }
  }
}
