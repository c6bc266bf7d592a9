import KubernetesClient
import OpenClusterManagement

/// The cluster that was taken for a hub does not run Open Cluster Management.
struct HubWithoutOCM: WorkflowFailure {
  let connection: ConnectionDescription
  let missing: ResourceType

  var id: ErrorID { .hubOCMMissing }
  var category: ExitCategory { .refused }
  var what: String { "the cluster is not a hub: Open Cluster Management is not installed" }
  var location: ClusterLocation? { ClusterLocation(side: .hub, connection: connection) }
  var why: String? { "the server does not serve \(missing.qualifiedName)" }
  var next: [String] {
    [
      "mcctl init --context \(connection.contextName)",
      "or name the hub's context with --context",
    ]
  }

  /// Replaces the bare fact that a type of OCM is not served by what it means on a hub.
  static func explaining(_ error: any Error, _ hub: ConnectionDescription) -> any Error {
    guard case KubernetesError.resourceTypeMissing(let type, let context) = error,
      type.group.hasSuffix(Names.ocmDomain), context.connection == hub
    else { return error }
    return HubWithoutOCM(connection: hub, missing: type)
  }
}
