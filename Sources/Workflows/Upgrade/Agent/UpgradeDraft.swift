import Documents
import KubernetesClient
import OpenClusterManagement

/// An upgrade whose decisions are made: it lists its steps.
struct UpgradeDraft: Sendable {
  let request: UpgradeAgentRequest
  let situation: UpgradeSituation
  /// The release to move to.
  let version: OCMVersion
  private let context: PlanningContext
  private let managed: APIReader
  private let location: ClusterLocation
  private let objects: UpgradeObjects

  /// Decides; throws what stands against it.
  init(
    request: UpgradeAgentRequest, situation: UpgradeSituation, context: PlanningContext,
    managed: APIReader, location: ClusterLocation
  ) throws {
    guard let version = request.version ?? situation.hubVersion else {
      throw UpgradeRefusal.releaseUnknown(location: context.hubLocation)
    }
    self.request = request
    self.situation = situation
    self.version = version
    self.context = context
    self.managed = managed
    self.location = location
    objects = UpgradeObjects(request: request, situation: situation, version: version)
    try check()
  }

  /// What the operator should know.
  var warnings: [String] {
    var warnings: [String] = []
    if version > .standard {
      warnings.append(
        "mcctl knows the Klusterlet's type as of release \(OCMVersion.standard); fields that \(version)"
          + " adds are not in it")
    }
    if situation.version == nil {
      warnings.append(
        "the image \(situation.operatorImage.repository) does not tell which release the agent is of now"
      )
    }
    return warnings
  }

  private func check() throws {
    let name = request.cluster
    // A hosted agent runs on another cluster than the one it manages; its Klusterlet says which that is.
    if let recorded = situation.record.annotations[Names.Annotation.clusterIdentity],
      recorded != situation.clusterUID, situation.klusterlet.mode?.isHosted != true
    {
      throw UpgradeRefusal.otherCluster(
        name: name, recorded: recorded, found: situation.clusterUID, cluster: location)
    }
    if let image = objects.imageByDigest {
      throw UpgradeRefusal.imageByDigest(name: name, image: image, cluster: location)
    }
    guard !request.forces else { return }
    if let from = situation.version, version < from {
      throw UpgradeRefusal.downgrade(name: name, from: from, to: version, cluster: location)
    }
    if let hub = situation.hubVersion, version > hub {
      throw UpgradeRefusal.newerThanHub(
        name: name, to: version, hub: hub, location: context.hubLocation)
    }
  }

  /// The steps, in order: what the new operator needs before it, and the agent after it.
  func steps() async throws -> [Step] {
    let reconciler = ObjectReconciler(
      reader: managed, location: location, forcesConflicts: true,
      showsDifference: context.mode == .planWithDiff)
    let needs = try await Step.ensuring(
      id: "type", title: "bring type and rights of the operator to release \(version)",
      objects: objects.prerequisites, reconciler: reconciler)
    let operatorStep = try await Step.ensuring(
      id: "operator", title: "move the agent's operator to release \(version)",
      objects: [objects.operatorDeployment], reconciler: reconciler)
    let agentStep = try await Step.ensuring(
      id: "agent", title: "move the agent to release \(version)", objects: [objects.klusterlet],
      reconciler: reconciler)
    let steps = [needs, operatorStep, agentStep]
    guard request.waits, steps.contains(where: \.summary.writes) else { return steps }
    let rollout = UpgradeRollout(
      cluster: request.cluster, klusterlet: situation.klusterlet.name,
      namespace: situation.klusterlet.agentNamespace, images: objects.agentImages,
      reader: managed, location: location, hub: context.hub, hubLocation: context.hubLocation)
    return [
      needs, operatorStep, rollout.operatorStep(image: objects.operatorImage), agentStep,
      rollout.agentStep(), rollout.availableStep(),
    ]
  }
}
