import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks on the cluster where the agent runs for what keeps it from working: the operator's pods first, then
/// what the operator says, then the agent's pods, then what these wait for.
struct AgentDiagnosis: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  /// What all this is waited for, for the message.
  let goal: String
  /// The cluster whose hosted agent is meant; nil for an agent on its own cluster.
  var hostedFor: String?
  let now: @Sendable () -> Date

  /// The root cause, as far as it can be seen; nil when nothing is wrong there.
  func cause() async throws -> BlockingFact? {
    let deployments = DeploymentDiagnosis(reader: reader, location: location, goal: goal)
    let operators = Names.Namespace.openClusterManagement
    if let fact = try await deployments.cause(in: operators, only: "klusterlet") { return fact }
    let elections = ElectionDiagnosis(
      reader: reader, location: location, goal: goal, now: now)
    let klusterlets = try await reader.presentList(.klusterlets).map(Klusterlet.init)
    guard let klusterlet = klusterlets.first(where: { $0.isAgent(hostedFor: hostedFor) }) else {
      return nil
    }
    if let fact = conditionTrouble(klusterlet) { return fact }
    if let fact = try await deployments.cause(in: klusterlet.agentNamespace) { return fact }
    if let fact = connectionTrouble(klusterlet) { return fact }
    let lock = Names.Lease.klusterletOperator
    if let fact = try await elections.cause(in: operators, only: lock) { return fact }
    return try await elections.cause(in: klusterlet.agentNamespace)
  }

  private func conditionTrouble(_ klusterlet: Klusterlet) -> BlockingFact? {
    let applied = klusterlet.condition(Names.ConditionType.operatorApplied)
    let gates = klusterlet.condition(Names.ConditionType.validFeatureGates)
    for condition in [applied, gates].compactMap(\.self) where condition.status == .isFalse {
      return fact(klusterlet.reference, "\(condition.reason): \(condition.words)", condition)
    }
    return nil
  }

  /// A bootstrap that the hub refuses never heals by waiting for the agent.
  private func connectionTrouble(_ klusterlet: Klusterlet) -> BlockingFact? {
    guard let connection = klusterlet.hubConnection, connection.stage == .bootstrapRefused else {
      return nil
    }
    let condition = connection.condition
    let refusal =
      connection.refusesCredential ? "the hub does not take the agent's join credential: " : ""
    return fact(
      klusterlet.reference, "\(refusal)\(condition.reason): \(condition.words)", condition)
  }

  private func fact(
    _ object: ObjectReference, _ reason: String, _ condition: Condition?
  ) -> BlockingFact {
    BlockingFact(
      goal: goal, reason: "\(object): \(reason)", object: object, location: location,
      since: condition?.lastTransitionTime,
      inspect: object.inspectCommand(location.connection))
  }
}
