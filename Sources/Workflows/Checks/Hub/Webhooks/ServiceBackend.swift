import Documents
import KubernetesClient
import OpenClusterManagement

/// What is behind the Service of a webhook.
struct ServiceBackend: Sendable, Hashable {
  let namespace: String
  let name: String

  /// Why nobody answers.
  struct Fault: Sendable, Hashable {
    let text: String
    /// False where something that is no Deployment may be behind the Service.
    let isCertain: Bool
  }

  /// What is wrong behind it; nil when nothing is.
  func fault(_ reader: APIReader) async throws -> Fault? {
    guard let found = try await reader.getIfPresent(.services, name, namespace: namespace) else {
      return Fault(text: "there is no Service \(namespace)/\(name)", isCertain: true)
    }
    // A Service without selector leads elsewhere, to a hub whose components run apart from it.
    guard let selector = found.at("spec", "selector")?.object, !selector.isEmpty else { return nil }
    let behind = try await reader.presentList(.deployments, namespace: namespace)
      .filter { deployment in
        let labels = deployment.at("spec", "template", "metadata", "labels")
        return selector.allSatisfy { key, value in labels?[key] == value }
      }.map(DeploymentState.init)
    if behind.isEmpty {
      return Fault(
        text: "no Deployment is behind the Service \(namespace)/\(name)", isCertain: false)
    }
    guard behind.allSatisfy({ $0.available == 0 }) else { return nil }
    return Fault(
      text: behind.map { "\($0.name): \($0.words)" }.joined(separator: ", "), isCertain: true)
  }
}
