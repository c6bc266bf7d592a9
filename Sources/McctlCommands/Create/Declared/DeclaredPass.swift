import Documents
import KubernetesClient
import OpenClusterManagement
import Workflows

/// One pass over the declared clusters: what is to be done about each is looked up, and done. A controller does the same
/// for one at a time.
struct DeclaredPass: Sendable {
  let command: CreateCommand
  let context: CommandContext
  let clusters: Clusters

  private var hub: ClusterAccess { clusters.hub }

  /// Does what is to be done; one that fails does not keep the others.
  func run() async throws -> CommandOutcome {
    let runner = try context.runner(command.change, standard: Creation.standardTime)
    let found = try await found()
    if found.isEmpty { context.reporter.note("no cluster is declared") }
    guard runner.mode.isPersistent else {
      return CommandOutcome(
        document: ListDocument.of(found.map(Self.document)),
        human: .text(found.map { "cluster \($0.name) \($0.work.text)\n" }.joined()),
        names: found.map { ResourceName.cluster($0.name) })
    }
    let start = ContinuousClock.now
    let many = ManyRun(context: context, parallel: 4, deadline: runner.deadline)
    let rows = try await many.run(found, name: \.name, tell: \.telling) { cluster in
      context.reporter.note(cluster.work.text)
      return try await bringAbout(cluster)
    }
    return context.outcome(rows, since: start, runner.mode)
  }

  private func found() async throws -> [DeclaredCluster] {
    guard let name = command.name else {
      return try await DeclaredCluster.all(command.declared.selector, on: hub)
    }
    guard let cluster = try await DeclaredCluster.read(name, on: hub) else {
      throw WorkflowError(
        id: .declaredMissing, category: .notFound, what: "\(name) is not declared",
        next: [
          "declare it: kubectl annotate managedcluster \(name) \(Names.Annotation.declared)=\(Names.Annotation.declaredValue)"
        ])
    }
    return [cluster]
  }

  private func bringAbout(_ cluster: DeclaredCluster) async throws -> CommandOutcome {
    let name = cluster.name
    switch cluster.work {
    case .nothing:
      var document = Self.document(cluster)
      document["outcome"] = "unchanged"
      return CommandOutcome(
        document: document, human: .text("cluster \(name) unchanged\n"),
        names: [ResourceName.cluster(name)])
    case .create(let document):
      let file = try await file(cluster, document).completed(name, on: hub)
      return try await command.creation(name, file, context, clusters).run()
    case .scale(let scale): return try await self.scale(cluster, scale)
    case .upgrade(let upgrade):
      return try await created(cluster, "upgrade", upgrade.document).carryOut(
        nil, names: [ResourceName.cluster(name)], \.sentence
      ) { UpgradeCluster(UpgradeClusterRequest(site: $0, upgrade: upgrade)) }
    case .destroy: return try await destroy(name)
    case .refused(let reason):
      throw WorkflowError(
        id: .declaredRefused, category: .refused,
        what: "what is declared of \(name) is not brought about", why: reason)
    }
  }

  /// Machines that leave lose what is on them, which somebody has to agree to.
  private func scale(
    _ cluster: DeclaredCluster, _ scale: ScaleChange
  ) async throws -> CommandOutcome {
    let name = cluster.name
    let leaving = cluster.work.leaving
    guard command.change.yes || leaving.isEmpty else {
      throw UserFacingError(
        .confirmationNeeded, status: .refused,
        what: "taking \(leaving.joined(separator: ", ")) out of \(name) has to be agreed to",
        location: .hub(hub), why: "they are not among the machines that are declared",
        next: ["agree with --yes", "see what would go: mcctl scale \(name) --dry-run"])
    }
    return try await created(cluster, "scale", scale.document).carryOut(
      nil, names: [ResourceName.cluster(name)], \.sentence
    ) { Scale(ScaleRequest(site: $0, scale: scale)) }
  }

  private func file(_ cluster: DeclaredCluster, _ document: Value) throws -> ClusterFile {
    guard let origin = cluster.origin else {
      throw WorkflowError(
        id: .declaredRefused, category: .refused,
        what: "the hub does not say what \(cluster.name) is made of")
    }
    return try ClusterFile(origin, document, command.machines, name: cluster.name, context)
  }

  private func created(
    _ cluster: DeclaredCluster, _ word: String, _ document: Value
  ) throws -> CreatedCluster {
    CreatedCluster(
      name: cluster.name, command: "mcctl \(word) \(cluster.name)",
      file: try file(cluster, document), context: context, clusters: clusters, hub: command.hub,
      change: command.change, sealer: command.sealer)
  }

  private func destroy(_ name: String) async throws -> CommandOutcome {
    guard command.change.yes else {
      throw UserFacingError(
        .confirmationNeeded, status: .refused, what: "destroying \(name) has to be agreed to",
        location: .hub(hub), why: "annotation \(Names.Annotation.destroy) says so",
        next: ["agree with --yes", "see what would go: mcctl delete \(name) --destroy --dry-run"])
    }
    var request = UnregisterRequest(name: name)
    request.ignoresNotFound = true
    let runner = try context.runner(command.change, standard: Creation.standardTime)
    return try await Destruction(
      context: context, hub: hub, hubOptions: command.hub, unregistering: request,
      ssh: command.machines.ssh, sealer: command.sealer
    ).with(exclusively: true) { workflow, clusters in
      let result = try await runner.run(workflow, on: clusters)
      return CommandOutcome(
        result, mode: runner.mode, names: [ResourceName.cluster(name)],
        sentence: Destruction.sentence)
    }
  }

  private static func document(_ cluster: DeclaredCluster) -> Value {
    [
      "name": .string(cluster.name), "work": .string(cluster.work.word),
      "why": .string(cluster.work.text),
    ]
  }
}
