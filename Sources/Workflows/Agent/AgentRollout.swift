import Documents
import KubernetesClient
import OpenClusterManagement

/// Waits until an agent runs as its Klusterlet says after a change. What the hub says of the cluster is no
/// sign of that: the agent of before, or its last heartbeat, keeps the cluster available for minutes.
struct AgentRollout: Sendable {
  let clusterName: String
  /// The Klusterlet's name, which the Deployments are called after.
  let klusterlet: String
  /// The namespace of the agent where it runs.
  let namespace: String
  let reader: APIReader
  let location: ClusterLocation

  private var reference: ObjectReference {
    ObjectReference(type: .klusterlets, name: klusterlet)
  }

  /// The step that waits.
  func step() -> Step {
    let diagnosis = DeploymentDiagnosis(
      reader: reader, location: location, goal: "the agent of \(clusterName) to be changed")
    let change = PlannedChange(location: location, object: reference, action: .wait)
    return .wait(
      id: "rollout", title: "the agent runs as changed", location: location, changes: [change]
    ) { context in
      try await Wait<Void>(sources: sources, explain: { try await cause(diagnosis) }) { objects in
        guard let fact = blockingFact(objects) else { return .satisfied(()) }
        return .waiting(fact)
      }.run(context)
      return StepResult(.done)
    }
  }

  /// What is missing at this moment; nil when nothing is.
  func remainder() async throws -> BlockingFact? {
    var objects = WatchedObjects()
    for source in sources {
      let options = ListOptions(
        fieldSelector: source.name.map { "metadata.name=\($0)" })
      let items = try await reader.presentList(source.type, namespace: source.namespace, options)
      objects.apply(.initial(items), to: source.key)
    }
    return blockingFact(objects)
  }

  private var sources: [WatchSource] {
    [
      WatchSource(key: "klusterlet", reader: reader, type: .klusterlets, name: klusterlet),
      WatchSource(
        key: "operator", reader: reader, type: .deployments,
        namespace: Names.Namespace.openClusterManagement, name: Names.ServiceAccount.klusterlet),
      WatchSource(key: "agent", reader: reader, type: .deployments, namespace: namespace),
    ]
  }

  /// What is still missing; nil when nothing is.
  func blockingFact(_ objects: WatchedObjects) -> BlockingFact? {
    guard let present = objects["klusterlet"].first.map(Klusterlet.init) else {
      return fact("there is no Klusterlet \(klusterlet)")
    }
    if let fact = rolling(objects["operator"]) { return fact }
    guard present.isObserved else {
      return fact("the operator has not looked at the latest change of \(reference) yet")
    }
    if let applied = present.condition(Names.ConditionType.operatorApplied), !applied.isTrue {
      return fact("\(applied.reason): \(applied.message)")
    }
    let agents = objects["agent"].filter { deployment in
      deployment.at("metadata", "name")?.string?.hasPrefix("\(klusterlet)-") == true
    }
    let registering =
      present.mode?.isSingleton == true
      ? "\(klusterlet)-agent" : "\(klusterlet)-registration-agent"
    guard agents.contains(where: { $0.at("metadata", "name")?.string == registering }) else {
      return fact("the operator has not made Deployment \(namespace)/\(registering) yet")
    }
    return rolling(agents)
  }

  private func rolling(_ deployments: [Value]) -> BlockingFact? {
    for deployment in deployments {
      guard let remainder = DeploymentRollout(deployment: deployment).remainder,
        let reference = ObjectReference(deployment, type: .deployments)
      else { continue }
      return fact("\(reference): \(remainder)", reference)
    }
    return nil
  }

  private func fact(_ reason: String, _ object: ObjectReference? = nil) -> BlockingFact {
    BlockingFact(
      goal: "the agent of \(clusterName) to be changed", reason: reason,
      object: object ?? reference, location: location,
      inspect: (object ?? reference).inspectCommand(location.connection))
  }

  private func cause(_ deployments: DeploymentDiagnosis) async throws -> BlockingFact? {
    let operators = Names.Namespace.openClusterManagement
    let name = Names.ServiceAccount.klusterlet
    if let fact = try await deployments.cause(in: operators, only: name, whenRolling: true) {
      return fact
    }
    return try await deployments.cause(in: namespace, whenRolling: true)
  }
}
