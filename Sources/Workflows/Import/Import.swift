import KubernetesClient
import OpenClusterManagement

/// Placeholder.
public struct Import: Workflow {
  /// The command's word.
  public let operation = "import"
  /// What is asked for.
  public let request: ImportRequest

  /// What the operation is about.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: ImportRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<ImportReport> {
    throw WorkflowError(id: .unexpected, category: .failed, what: "not built yet")
  }
}
