import Documents
import KubernetesClient
import OpenClusterManagement

/// Waits until a hub's components work.
struct HubWait: Sendable {
  let reader: APIReader
  let location: ClusterLocation

  /// The types that registering a cluster takes, and works and addons.
  private static let servedTypes: [ResourceType] = [
    .managedClusters, .managedClusterSets, .manifestWorks, .managedClusterAddOns,
  ]

  /// Waits until the operator's own type is served.
  func awaitDefinition(_ context: StepContext) async throws {
    let definition = ObjectReference(
      type: .customResourceDefinitions, name: ResourceType.clusterManagers.qualifiedName)
    try await DefinitionWait(definition: definition, reader: reader, location: location)
      .run(context)
  }

  /// Waits until the ClusterManager says that all is well, and the hub's types are served.
  func step() -> Step {
    let diagnosis = DeploymentDiagnosis(
      reader: reader, location: location, goal: "the hub's components to work")
    let change = PlannedChange(location: location, object: Init.clusterManager, action: .wait)
    return Step.wait(
      id: "ready", title: "the hub's components work", location: location, changes: [change]
    ) { context in
      try await Wait<Void>(sources: sources, explain: { try await cause(diagnosis) }) { objects in
        if let fact = missingType(objects) ?? unmet(objects) ?? rolling(objects) {
          return .waiting(fact)
        }
        return .satisfied(())
      }.run(context)
      return StepResult(.done)
    }
  }

  private var sources: [WatchSource] {
    [
      WatchSource(
        key: "manager", reader: reader, type: .clusterManagers, name: Init.clusterManager.name),
      WatchSource(
        key: "operator", reader: reader, type: .deployments,
        namespace: Names.Namespace.openClusterManagement, name: Names.ServiceAccount.clusterManager),
      WatchSource(
        key: "components", reader: reader, type: .deployments, namespace: Names.Namespace.hub),
    ]
      + Self.servedTypes.map {
        WatchSource(
          key: $0.qualifiedName, reader: reader, type: .customResourceDefinitions,
          name: $0.qualifiedName)
      }
  }

  private func unmet(_ objects: WatchedObjects) -> BlockingFact? {
    guard let manager = objects["manager"].first.map(ClusterManager.init) else {
      return fact("there is no ClusterManager", nil)
    }
    guard manager.isObserved else {
      return fact("the operator has not looked at the latest change of it yet", nil)
    }
    guard let unmet = manager.firstUnmetCondition else { return nil }
    guard let found = unmet.found else {
      return fact("the operator has not said anything about \(unmet.type) yet", nil)
    }
    return fact("\(unmet.type) is \(found.status.rawValue): \(found.message)", found)
  }

  /// The operator calls its Deployments up to date while pods of before the change are still the ready
  /// ones (OCM operator, clustermanager_runtime_reconcile), so they are looked at themselves.
  private func rolling(_ objects: WatchedObjects) -> BlockingFact? {
    let components = objects["components"].filter {
      $0.at("metadata", "name")?.string?.hasPrefix("\(Init.clusterManager.name)-") == true
    }
    for deployment in objects["operator"] + components {
      guard let remainder = DeploymentRollout(deployment: deployment).remainder,
        let reference = ObjectReference(deployment, type: .deployments)
      else { continue }
      return BlockingFact(
        goal: "the hub's components to work", reason: "\(reference): \(remainder)",
        object: reference, location: location,
        inspect: reference.inspectCommand(location.connection))
    }
    return nil
  }

  private func missingType(_ objects: WatchedObjects) -> BlockingFact? {
    for type in Self.servedTypes {
      let conditions = objects[type.qualifiedName].first?.at("status", "conditions")?.array ?? []
      let isEstablished = conditions.contains {
        $0["type"]?.string == "Established" && $0["status"]?.string == "True"
      }
      guard isEstablished else {
        return fact("the operator has not brought \(type.qualifiedName) yet", nil)
      }
    }
    return nil
  }

  private func fact(_ reason: String, _ condition: Condition?) -> BlockingFact {
    BlockingFact(
      goal: "the hub's components to work", reason: reason, object: Init.clusterManager,
      location: location, since: condition?.lastTransitionTime,
      inspect: Init.clusterManager.inspectCommand(location.connection))
  }

  private func cause(_ deployments: DeploymentDiagnosis) async throws -> BlockingFact? {
    let operators = Names.Namespace.openClusterManagement
    let name = Names.ServiceAccount.clusterManager
    if let fact = try await deployments.cause(in: operators, only: name, whenRolling: true) {
      return fact
    }
    return try await deployments.cause(in: Names.Namespace.hub, whenRolling: true)
  }
}
