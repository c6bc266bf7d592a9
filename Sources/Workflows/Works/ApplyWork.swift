import Documents
import KubernetesClient
import OpenClusterManagement

/// Hands objects out to one cluster as a ManifestWork, and waits until they are there.
public struct ApplyWork: Workflow {
  /// The command's word.
  public let operation = "apply"
  /// What is handed out.
  public let request: ApplyWorkRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: ApplyWorkRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<WorkRow> {
    try request.validate()
    let cluster = try await context.existingCluster(request.cluster)
    let reconciler = context.hubReconciler()
    var steps = [
      try await Step.ensuring(
        id: "work", title: "hand out \(request.name) to \(request.cluster)",
        objects: [desired], reconciler: reconciler)
    ]
    if request.goal != .nothing { steps.append(waitStep(context)) }
    let warnings = cluster.isAcceptedByHub ? [] : ["the hub does not accept \(cluster.name) yet"]
    let (hub, request) = (context.hub, request)
    return Plan(operation: operation, subject: subject, warnings: warnings, steps: steps) {
      record in
      let work = try await hub.getIfPresent(
        .manifestWorks, request.name, namespace: request.cluster)
      return WorkRow(ManifestWork(work ?? desired.value), isUnchanged: !record.wrote)
    }
  }

  private var desired: DesiredObject {
    let work: Value = [
      "apiVersion": .string(ResourceType.manifestWorks.apiVersion),
      "kind": .string(ResourceType.manifestWorks.kind),
      "metadata": ["name": .string(request.name), "namespace": .string(request.cluster)],
      "spec": ["workload": ["manifests": .array(request.manifests)]],
    ]
    return DesiredObject(
      type: .manifestWorks, value: work, exactPaths: [["spec", "workload", "manifests"]])
  }

  private func waitStep(_ context: PlanningContext) -> Step {
    let reference = desired.reference
    let source = WatchSource(
      key: "work", reader: context.hub, type: .manifestWorks, namespace: request.cluster,
      name: request.name)
    let goal = request.goal
    let location = context.hubLocation
    return Step.wait(
      id: "available", title: "\(request.name) is \(goal.rawValue) on \(request.cluster)",
      location: location,
      changes: [PlannedChange(location: location, object: reference, action: .wait)]
    ) { step in
      try await Wait<StepResult>(sources: [source]) { objects in
        guard let work = objects["work"].first.map(ManifestWork.init) else {
          return .waiting(Self.fact(goal, reference, location, "the work is not there"))
        }
        if goal == .applied ? work.isApplied : work.isApplied && work.isAvailable {
          return .satisfied(StepResult(.done))
        }
        let reason = work.firstProblem ?? "the agent has not reported yet"
        return .waiting(Self.fact(goal, reference, location, reason))
      }.run(step)
    }
  }

  private static func fact(
    _ goal: ApplyWorkRequest.Goal, _ work: ObjectReference, _ location: ClusterLocation,
    _ reason: String
  ) -> BlockingFact {
    let context = location.connection.contextName
    let namespace = work.namespace ?? ""
    return BlockingFact(
      goal: "\(work) to be \(goal.rawValue)", reason: reason, object: work, location: location,
      inspect:
        "kubectl --context \(context) -n \(namespace) get manifestwork \(work.name) -o yaml")
  }
}
