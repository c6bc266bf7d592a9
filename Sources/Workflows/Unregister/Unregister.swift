import KubernetesClient
import OpenClusterManagement

/// Placeholder.
public struct Unregister: Workflow {
  /// The command's word.
  public let operation = "delete"
  /// What is asked for.
  public let request: UnregisterRequest

  /// What the operation is about.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: UnregisterRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<UnregisterReport> {
    throw WorkflowError(id: .unexpected, category: .failed, what: "not built yet")
  }
}
