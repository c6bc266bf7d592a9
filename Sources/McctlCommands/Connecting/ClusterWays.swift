import FoundationEssentials
import KubernetesClient
import Workflows

/// Finds ways to clusters of which only the name is known: the context of that name, and the Secret on the hub.
struct ClusterWays: Sendable {
  let hub: ClusterAccess
  /// Where contexts are looked for; or why they cannot be.
  let kubeconfig: Result<Kubeconfig, any Error>
  let environment: [String: String]

  /// The context of the cluster's name; nil when there is none, or it is the hub's own.
  func context(of name: String) throws -> FleetCluster.Access? {
    guard let kubeconfig = try? kubeconfig.get(), kubeconfig.contexts.contains(name),
      name != hub.connection.contextName
    else { return nil }
    return .init(connection: try kubeconfig.resolve(context: name), secret: nil)
  }

  /// Secret `auto-import-secret` in the cluster's namespace on the hub; nil when there is none.
  func secret(of name: String) async throws -> FleetCluster.Access? {
    let secret = try await AccessSecret.read(
      AccessSecret.automatic(of: name), context: nil, on: hub, environment: environment)
    return secret.map { FleetCluster.Access(connection: $0.connection, secret: $0) }
  }

  /// The one or the other; nil when there is none that may be seen.
  func any(of name: String) async throws -> FleetCluster.Access? {
    if let way = try context(of: name) { return way }
    do {
      return try await secret(of: name)
    } catch let error as WorkflowError where error.id == .forbidden {
      return nil
    }
  }
}
