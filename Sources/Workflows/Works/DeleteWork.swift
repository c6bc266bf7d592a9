import KubernetesClient
import OpenClusterManagement

/// Deletes a ManifestWork, and waits until it and what it applied is gone.
public struct DeleteWork: Workflow {
  /// The command's word.
  public let operation = "delete"
  /// What is deleted.
  public let request: DeleteWorkRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: DeleteWorkRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<DeleteWorkReport> {
    let (hub, request) = (context.hub, request)
    let reference = ObjectReference(
      type: .manifestWorks, namespace: request.cluster, name: request.name)
    let present: Bool
    do {
      present =
        try await hub.getIfPresent(.manifestWorks, request.name, namespace: request.cluster) != nil
    } catch {
      throw HubWithoutOCM.explaining(error, hub.connection)
    }
    guard present || request.ignoresNotFound else {
      throw WorkUnknown(work: reference, hub: context.hubLocation)
    }
    let steps =
      present
      ? [
        DeletionSteps(reader: hub, location: context.hubLocation).step(
          id: "work-\(request.name)", title: "take \(request.name) from \(request.cluster)",
          [reference],
          waits: request.waits)
      ] : []
    return Plan(operation: operation, subject: subject, steps: steps) { _ in
      DeleteWorkReport(
        cluster: request.cluster, name: request.name, isGone: request.waits || !present,
        isUnchanged: !present)
    }
  }
}

/// There is no such work.
struct WorkUnknown: WorkflowFailure {
  let work: ObjectReference
  let hub: ClusterLocation

  var id: ErrorID { .workNotFound }
  var category: ExitCategory { .notFound }
  var what: String { "there is no \(work)" }
  var location: ClusterLocation? { hub }
}
