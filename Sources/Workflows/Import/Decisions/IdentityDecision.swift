import KubernetesClient
import OpenClusterManagement

/// Decides whether the name and the cluster belong together. Identity is the cluster, not its name.
struct IdentityDecision: Sendable {
  let request: ImportRequest
  let situation: ImportSituation
  let hubEndpoints: [ClusterEndpoint]
  let cluster: ClusterLocation

  /// Which hub the agent belongs to now.
  var hubOfAgent: HubOfAgent {
    HubOfAgent(
      agent: situation.agent, hubUID: situation.hubUID, hubEndpoints: hubEndpoints,
      isRecorded: recordedUID == situation.agent.clusterUID)
  }

  /// What is worth knowing, though it stands against nothing.
  var warnings: [String] {
    var warnings: [String] = []
    if situation.hubUID == situation.agent.clusterUID {
      warnings.append("hub and managed cluster are the same cluster")
    }
    if let name = situation.formerName(request.name) {
      warnings.append(
        "the agent runs as \(name): it is removed and installed anew; what was handed out to \(name)"
          + " stays on the cluster")
    }
    if isHere {
      warnings += situation.otherNames.map { other in
        "the hub has a second record of this cluster, \(other), without an agent of its own; to remove it:"
          + " mcctl delete \(other) --hub-only"
      }
    }
    return warnings
  }

  private var recordedUID: String? {
    situation.record?.annotations[Names.Annotation.clusterIdentity]
  }

  /// Throws the first thing that stands against importing this cluster under this name.
  func check() throws(ImportRefusal) {
    if let record = situation.record, record.isBeingDeleted {
      throw .beingDeleted(name: record.name, finalizers: record.finalizers)
    }
    try checkOtherNames()
    try checkRecord()
    try checkHub()
  }

  /// The agent runs under the wanted name, and that is the cluster's record: others are left of an import that did
  /// not come to its end.
  private var isHere: Bool {
    hubOfAgent == .this && situation.agent.clusterName == request.name
      && recordedUID == situation.agent.clusterUID
  }

  private func checkOtherNames() throws(ImportRefusal) {
    if let other = situation.otherNames.first, !isHere {
      throw .importedUnderOtherName(other: other, wanted: request.name, cluster: cluster)
    }
    // A name that only the agent still knows was taken out of the hub without it.
    if hubOfAgent == .this, situation.hasRecordOfAgent, let name = situation.agent.clusterName {
      throw .importedUnderOtherName(other: name, wanted: request.name, cluster: cluster)
    }
  }

  /// A record without an identity is this cluster's when its agent says so, and free to take when no
  /// agent ever joined under it.
  private func checkRecord() throws(ImportRefusal) {
    guard let record = situation.record else { return }
    if let recordedUID {
      guard recordedUID != situation.agent.clusterUID else { return }
    } else {
      if hubOfAgent == .this, situation.agent.clusterName == record.name { return }
      if record.condition(Names.ConditionType.joined)?.isTrue != true { return }
    }
    throw .identityConflict(
      name: record.name,
      record: ImportRefusal.RecordIdentity(
        uid: recordedUID, url: record.clientConfigs.first?.url, version: record.version),
      cluster: cluster, uid: situation.agent.clusterUID)
  }

  private func checkHub() throws(ImportRefusal) {
    if case .other(let server, let evidence) = hubOfAgent, !request.move {
      throw .joinedOtherHub(server: server, evidence: evidence, cluster: cluster)
    }
    if let other = situation.agentElsewhere {
      throw .agentElsewhere(
        name: request.name, klusterlet: other.name, mode: other.mode ?? .default,
        wanted: request.agent.mode, cluster: cluster)
    }
    let ours = AgentNames(clusterName: request.name, mode: request.agent.mode).klusterlet
    if !request.agent.mode.isHosted, let klusterlet = situation.agent.klusterlet,
      klusterlet.name != ours
    {
      throw .foreignKlusterlet(name: klusterlet.name, cluster: cluster)
    }
  }
}
