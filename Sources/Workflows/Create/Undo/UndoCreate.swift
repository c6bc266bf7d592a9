public import Documents
import KubernetesClient
import OpenClusterManagement
import RemoteHosts

/// Takes away what a creation left that failed or was interrupted: on the machines, then on the hub.
public struct UndoCreate: Workflow {
  /// The command's word.
  public let operation = "create"
  /// What was to be created.
  public let site: ClusterSite

  /// The cluster's name.
  public var subject: String? { site.name }

  /// Prepares the operation.
  public init(_ site: ClusterSite) { self.site = site }

  /// Looks at the hub and at the first master, refuses what is registered or somebody else's, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<TearDownReport> {
    try ClusterName.validate(site.name)
    let situation = try await CreateSituation.read(site, context)
    let claim = situation.machine.claim
    guard claim != nil || situation.origin != nil else {
      throw CreateRefusal.nothing(name: site.name)
    }
    if let claim, claim.hub != situation.hub {
      throw CreateRefusal.hostTaken(
        host: situation.session.host.label,
        by: "cluster \(claim.name) of another hub (\(claim.hub))")
    }
    if situation.record?.condition(Names.ConditionType.joined)?.isTrue ?? false {
      throw CreateRefusal.registered(name: site.name)
    }
    let draft = CreateDraft(site: site, situation: situation, context: context)
    let runs = try await draft.sealer.runsBesideDestruction()
    var steps = TearDown(draft: draft, runs: runs).steps()
    steps.append(try await hubStep(situation, context))
    return Plan(operation: operation, subject: site.name, steps: steps) { record in
      TearDownReport(name: site.name, changed: record.changedSteps)
    }
  }

  /// The Secret goes last: it is what the same command finds the machines by.
  private func hubStep(
    _ situation: CreateSituation, _ context: PlanningContext
  ) async throws -> Step {
    var objects: [ObjectReference] = []
    if let record = situation.record {
      objects.append(ObjectReference(type: .managedClusters, name: record.name))
    }
    let credentials = StoredCredentials.reference(site.name)
    if try await context.hub.present(credentials) != nil { objects.append(credentials) }
    if situation.origin != nil { objects.append(ClusterOrigin.reference(site.name)) }
    if situation.record == nil, situation.origin != nil {
      objects.append(ObjectReference(type: .namespaces, name: site.name))
    }
    return DeletionSteps(reader: context.hub, location: context.hubLocation).step(
      id: "origin", title: "forget \(site.name) on the hub", objects, waits: false)
  }
}

/// What tearing a cluster down came to.
public struct TearDownReport: WorkflowReport, Hashable {
  /// Its name on the hub.
  public let name: String
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The machine form; its field names are API.
  public var document: Value {
    ["name": .string(name), "changed": .array(changed.map(Value.string))]
  }
}
