import KubernetesClient
import OpenClusterManagement

/// Makes a cluster a hub: Open Cluster Management's operator, what it needs, and its ClusterManager.
public struct Init: Workflow {
  /// The command's word.
  public let operation = "init"
  /// How the hub is made.
  public let request: InitRequest

  /// Nothing but the hub itself.
  public var subject: String? { nil }

  /// Prepares the operation.
  public init(_ request: InitRequest) { self.request = request }

  /// Reads what there is of a hub, and lists the steps that are missing.
  public func plan(_ context: PlanningContext) async throws -> Plan<InitReport> {
    try await HubReadiness.check(context)
    let present = try await context.hub.present(Self.clusterManager).map(ClusterManager.init)
    try checkVersion(present, context)
    let steps = try await steps(context)
    let version = request.hub.operatorOptions.images.version.description
    let (server, waits) = (context.clusters.hub.server, request.waits)
    return Plan(operation: operation, subject: nil, steps: steps) { record in
      let outcome: InitReport.Outcome =
        if !record.wrote {
          .unchanged
        } else {
          waits && record.mode.isPersistent ? .ready : .applied
        }
      return InitReport(
        outcome: outcome, version: version, hubURL: server, changed: record.changedSteps)
    }
  }

  static let clusterManager = ObjectReference(
    type: .clusterManagers, name: HubManifests.clusterManagerName)

  /// The operator never takes its CRDs back to an older version (OCM operator, migration), so going
  /// back is only done when it is asked for.
  private func checkVersion(_ present: ClusterManager?, _ context: PlanningContext) throws {
    let wanted = request.hub.operatorOptions.images.version
    guard let tag = present?.registrationImage?.split(separator: ":").last,
      let installed = try? OCMVersion(parsing: String(tag)), installed > wanted,
      !request.allowsDowngrade
    else { return }
    throw HubNewer(installed: installed, wanted: wanted, hub: context.hubLocation)
  }

  private func steps(_ context: PlanningContext) async throws -> [Step] {
    let manifests = HubManifests(request.hub)
    let reconciler = context.hubReconciler(forcesConflicts: request.forcesConflicts)
    let wait = HubWait(reader: context.hub, location: context.hubLocation)
    var steps = [
      try await Step.ensuring(
        id: "operator", title: "install the hub's operator",
        objects: desired(manifests.operatorObjects()), reconciler: reconciler
      ).followed { step, result in
        guard step.mode.isPersistent, result.writes > 0 else { return result }
        try await wait.awaitDefinition(step)
        return result
      }
    ]
    if request.hub.includesSharedBootstrap {
      steps.append(
        try await Step.ensuring(
          id: "bootstrap", title: "set up the identity that clusters join with",
          objects: desired(SharedBootstrap.objects), reconciler: reconciler))
    }
    steps.append(
      try await Step.ensuring(
        id: "hub", title: "ask for the hub's components",
        objects: desired([manifests.clusterManager()]), reconciler: reconciler))
    if request.waits { steps.append(wait.step()) }
    return steps
  }

  private func desired(_ objects: [ManifestObject]) -> [DesiredObject] {
    objects.map { DesiredObject(type: $0.type, value: $0.value) }
  }
}

/// The hub runs a newer release than the one that is asked for.
struct HubNewer: WorkflowFailure {
  let installed: OCMVersion
  let wanted: OCMVersion
  let hub: ClusterLocation

  var id: ErrorID { .hubNewer }
  var category: ExitCategory { .refused }
  var what: String { "the hub runs Open Cluster Management \(installed), newer than \(wanted)" }
  var location: ClusterLocation? { hub }
  var next: [String] {
    ["keep it: --ocm-version \(installed)", "to go back all the same: --allow-downgrade"]
  }
}
