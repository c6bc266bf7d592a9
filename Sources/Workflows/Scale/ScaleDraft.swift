import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Sealer

/// A change of a cluster's machines whose decisions are made: it lists its steps.
struct ScaleDraft: Sendable {
  let request: ScaleRequest
  let situation: ScaleSituation
  /// What the hub keeps of the cluster.
  let origin: OriginStep
  let context: PlanningContext
  let managed: APIReader
  let location: ClusterLocation

  var name: String { request.site.name }
  var standing: StandingCluster { situation.standing }
  var sealer: SealerHost { standing.sealer }
  var change: ClusterChange { request.change }
  var groups: ScaleGroups { ScaleGroups(request) }

  /// What the operator should know before it begins.
  var warnings: [String] {
    var warnings = situation.inspection?.warnings ?? []
    let masters = request.joining.filter(\.isMaster)
    if !masters.isEmpty, request.site.specification.network.endpoint == nil {
      warnings.append(
        "the API server's certificates of masters that join are for their own addresses, not for the others'"
      )
    }
    if sealer.knownRelease.minor >= 10, request.site.specification.isACKDistro,
      !request.leaving.isEmpty, request.leaving.allSatisfy({ !$0.isMaster })
    {
      warnings.append(
        "sealer \(sealer.knownRelease) does not run the image's clean-up on nodes: disks that ACK Distro took stay so"
      )
    }
    return warnings
  }

  /// The steps, in order: what is gone leaves first, then machines join, then the others leave.
  func steps() async throws -> [Step] {
    var change = change
    change.failingChecks = standing.failingBefore
    var steps = situation.inspection.map { [$0.step] } ?? []
    steps.append(
      origin.begin(
        request.scale.intent, change, title: "keep on the hub which machines \(name) shall have"))
    let staying = request.site.specification.hosts
    if !change.added.isEmpty {
      if let install = sealer.installingStep { steps.append(install) }
      let leaving = request.leaving.filter { !request.isLost($0) }
      steps.append(sealer.keysStep(staying + leaving))
      if let image = sealer.imageStep(standing.machine) { steps.append(image) }
    }
    for group in groups.lost { steps.append(leavingStep(group)) }
    for group in groups.joining { steps += [joiningStep(group), readyStep(group)] }
    steps += try await leavingSteps()
    if !change.removed.isEmpty {
      steps.append(goneStep)
      let present = request.leaving.filter { !request.isLost($0) }
      if !present.isEmpty {
        steps.append(
          sealer.keyRemovalStep(
            present, title: "take the cluster's key off the machines that left"))
      }
    }
    steps.append(sealer.clusterfileStep)
    if let health = standing.health {
      steps.append(health.step(after: standing.failingBefore, managed))
    }
    return steps + [
      origin.end(request.site.specification.document)
    ]
  }

  /// Nodes that leave in good order: all of them take no new pods, then each group is emptied and taken out.
  private func leavingSteps() async throws -> [Step] {
    let drain = NodeDrain(
      reader: managed, location: location, policy: request.drain, command: request.site.command)
    let leaving = groups.leaving
    let nodes = leaving.flatMap(\.self).compactMap { standing.nodes.node($0.address) }
    var steps: [Step] = []
    let pods = try await drain.pods(on: nodes.map(\.name))
    try drain.check(pods)
    if !nodes.isEmpty { steps.append(try await drain.cordonStep(nodes)) }
    for group in leaving {
      let names = group.compactMap { standing.nodes.node($0.address)?.name }
      if !names.isEmpty {
        steps.append(
          drain.step(
            "drain-\(ScaleGroups.word(group))", names,
            planned: pods.filter { names.contains($0.node) }))
      }
      steps.append(leavingStep(group))
    }
    return steps
  }

  /// sealer takes out what it leaves, and of machines that are gone all that there is; what is left of a node is deleted.
  private var goneStep: Step {
    let nodes = request.leaving.compactMap { standing.nodes.node($0.address) }
    return DeletionSteps(reader: managed, location: location).step(
      id: "gone", title: "the nodes that left are gone",
      nodes.map { ObjectReference(type: .nodes, name: $0.name) }, waits: true)
  }
}
