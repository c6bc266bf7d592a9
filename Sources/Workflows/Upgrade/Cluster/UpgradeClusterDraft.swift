import KubernetesClient
import RemoteHosts
import Sealer

/// A move of a cluster to another image whose decisions are made: it lists its steps.
struct UpgradeClusterDraft: Sendable {
  let request: UpgradeClusterRequest
  let situation: UpgradeClusterSituation
  /// What the hub keeps of the cluster.
  let origin: OriginStep
  let context: PlanningContext
  let managed: APIReader
  let location: ClusterLocation
  /// The nodes with their versions, once they were seen afterwards.
  let nodesAfter = Shared<[UpgradeClusterReport.Node]>([])

  private var name: String { request.site.name }
  private var standing: StandingCluster { situation.standing }
  private var sealer: SealerHost { standing.sealer }
  private var hosts: [HostSpecification] { request.site.specification.hosts }

  private var isBegun: Bool { UpgradeClusterSituation.isBegun(situation.work, request.change) }
  /// Whether there is something for sealer to do: to take back what it never began is nothing.
  private var needsSealer: Bool { situation.takenBack?.isBegun ?? true }

  /// The versions of the kubelets before it began, by the nodes' names.
  private var versionsBefore: [String: String] {
    guard request.change.versions.isEmpty else { return request.change.versions }
    let pairs = standing.nodes.all.compactMap { node in node.kubelet.map { (node.name, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  private var path: UpgradePath {
    UpgradePath(
      from: request.formerImage, to: request.image,
      present: KubernetesVersion(image: request.formerImage) ?? (isBegun ? nil : situation.server))
  }

  /// What the operator should know before it begins.
  var warnings: [String] {
    var warnings = situation.inspection?.warnings ?? []
    if !isBegun, let warning = path.warning { warnings.append(warning) }
    if request.forces, !isBegun, let obstacle = path.obstacle { warnings.append(obstacle) }
    return warnings
  }

  /// Throws the first thing that stands against it.
  func check() throws {
    try standing.check(for: request.change)
    guard situation.canUpgrade else {
      throw UpgradeClusterRefusal.unsupported(
        host: sealer.session.host.label, release: sealer.knownRelease.description)
    }
    guard !isBegun else { return }
    if let obstacle = path.obstacle, !request.forces {
      throw UpgradeClusterRefusal.noPath(
        name: name, from: request.formerImage, to: request.image, reason: obstacle)
    }
    if let complaint = standing.nodes.complaint(of: hosts) {
      throw UpgradeClusterRefusal.notReady(name: name, reason: complaint)
    }
  }

  /// The steps, in order.
  func steps() async throws -> [Step] {
    var change = request.change
    change.versions = versionsBefore
    change.failingChecks = standing.failingBefore
    var steps = situation.inspection.map { [$0.step] } ?? []
    steps.append(
      origin.begin(
        request.upgrade.intent, change, title: "keep on the hub which image \(name) shall be of"))
    if let install = sealer.installingStep { steps.append(install) }
    var last = [healthStep]
    if let health = standing.health {
      last.append(health.step(after: standing.failingBefore, managed))
    }
    last.append(origin.end(request.site.specification.document))
    guard needsSealer else { return steps + last }
    if !situation.work.isDone, !situation.work.isUnderWay {
      steps.append(sealer.keysStep(hosts))
      if let image = sealer.imageStep(standing.machine) { steps.append(image) }
      steps.append(sealer.clusterfileStep)
    }
    return steps + [upgradeStep] + last
  }

  /// sealer runs the image's scripts. They leave a machine alone that is of the new version, so that they can be run again.
  private var upgradeStep: Step {
    .onMachines(
      id: "upgrade", title: "run sealer on \(sealer.host.address)",
      hosts.map { .machine($0, .update, "Node", $0.address, note: versions(of: $0.address)) }
    ) { [self] step in
      let part = "upgrade-\(request.change.number)"
      let work = try await sealer.work(part)
      guard !work.isDone else { return StepResult(.unchanged) }
      try await sealer.noteLoss(of: work, step)
      try await sealer.attempt(work, step, advice: advice) { _ in
        request.change.isRollback
          ? .rollback(image: request.image, cluster: "my-cluster")
          : .upgrade(
            image: request.image, clusterfile: sealer.paths.clusterfile, cluster: "my-cluster")
      }
      return StepResult(.done, writes: 1)
    }
  }

  /// What there is to do when it cannot be gone on with.
  private var advice: [String] {
    guard !request.change.isRollback else { return [] }
    return ["or go back (sealer rollback): mcctl upgrade \(name) --image \(request.formerImage)"]
  }

  private func versions(of address: String) -> String? {
    let from = standing.nodes.node(address)?.kubelet ?? "?"
    return path.target.map { "\(from) to v\($0)" }
  }

  /// Every machine is a node that is ready, with a kubelet of the new version where the image tells it.
  private var healthStep: Step {
    let target = path.target
    return .wait(
      id: "health", title: "every node is ready\(target.map { " and of v\($0)" } ?? "")",
      location: location,
      changes: hosts.compactMap { standing.nodes.node($0.address) }.map {
        PlannedChange(
          location: location, object: ObjectReference(type: .nodes, name: $0.name), action: .wait)
      }
    ) { [self] step in
      try await step.wait(for: "every node of \(name) to be ready in the new version", managed) {
        complaint($0, target)
      }
      let nodes = try await ClusterNodes.read(managed)
      let after = hosts.compactMap { nodes.node($0.address) }.map { node in
        UpgradeClusterReport.Node(
          name: node.name, from: versionsBefore[node.name], to: node.kubelet)
      }
      nodesAfter.set(after)
      for node in after {
        try step.progress("\(node.name): \(node.from ?? "?") to \(node.to ?? "?")")
      }
      return StepResult(.done)
    }
  }

  private func complaint(_ nodes: ClusterNodes, _ target: KubernetesVersion?) -> String? {
    if let complaint = nodes.complaint(of: hosts) { return complaint }
    guard let target else { return nil }
    let old = hosts.compactMap { nodes.node($0.address) }
      .first { $0.kubelet.flatMap { KubernetesVersion($0) } != target }
    return old.map { "kubelet of \($0.name) is \($0.kubelet ?? "of no version that it tells")" }
  }
}
