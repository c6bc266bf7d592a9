import KubernetesClient
import OpenClusterManagement

/// Revokes the join credentials of one cluster: deleting their account ends all tokens made for it.
public struct RevokeToken: Workflow {
  /// The command's word.
  public let operation = "token revoke"
  /// What is revoked.
  public let request: RevokeTokenRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: RevokeTokenRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<RevokeTokenReport> {
    try ClusterName.validate(request.cluster)
    let revocation = CredentialRevocation(
      cluster: request.cluster, reader: context.hub, location: context.hubLocation)
    let found = try await revocation.found()
    guard !found.isEmpty || request.ignoresNotFound else {
      throw CredentialUnknown(cluster: request.cluster, hub: context.hubLocation)
    }
    let cluster = request.cluster
    return Plan(
      operation: operation, subject: subject,
      steps: found.isEmpty ? [] : [revocation.step(found)]
    ) { _ in
      RevokeTokenReport(cluster: cluster, isRevoked: !found.isEmpty)
    }
  }
}

/// The cluster has no join credential.
struct CredentialUnknown: WorkflowFailure {
  let cluster: String
  let hub: ClusterLocation

  var id: ErrorID { .credentialNotFound }
  var category: ExitCategory { .notFound }
  var what: String { "there is no join credential of \(cluster)" }
  var location: ClusterLocation? { hub }
  var next: [String] { ["mcctl token list"] }
}
