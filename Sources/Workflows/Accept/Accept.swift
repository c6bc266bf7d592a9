import KubernetesClient
import OpenClusterManagement

/// Placeholder.
public struct Accept: Workflow {
  /// The command's word.
  public let operation = "accept"
  /// What is asked for.
  public let request: AcceptRequest

  /// What the operation is about.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: AcceptRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<AcceptReport> {
    throw WorkflowError(id: .unexpected, category: .failed, what: "not built yet")
  }
}
