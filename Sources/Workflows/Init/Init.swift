import KubernetesClient
import OpenClusterManagement

/// Placeholder.
public struct Init: Workflow {
  /// The command's word.
  public let operation = "init"
  /// What is asked for.
  public let request: InitRequest

  /// What the operation is about.
  public var subject: String? { nil }

  /// Prepares the operation.
  public init(_ request: InitRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<InitReport> {
    throw WorkflowError(id: .unexpected, category: .failed, what: "not built yet")
  }
}
