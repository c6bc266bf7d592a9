import Documents
import FoundationEssentials
import KubernetesClient
import Terminal
import Workflows

/// Imports many clusters, some at a time, each by the way that it is known from.
struct ManyImport: Sendable {
  let command: ImportCommand
  let context: CommandContext
  let hub: ClusterAccess
  let fleet: Fleet?
  let inputs: FleetInputs
  /// Where contexts of clusters are looked for; or why they cannot be.
  let standard: Result<Kubeconfig, any Error>
  private let claims = ClusterClaims()

  /// All of them; one that fails does not keep the others.
  func run(_ members: [ImportMember]) async throws -> CommandOutcome {
    let runner = try context.runner(command.change)
    context.announce(Clusters(hub: hub))
    return try await context.members(
      members, name: \.name, command.many, runner, on: hub, nothing: "there is nothing to import",
      prepare: {
        guard runner.mode.isPersistent, members.contains(where: \.isManual) else { return }
        try bundles.makeDirectory()
      }, { try await work($0, $1) })
  }

  private func work(
    _ member: ImportMember, _ runner: PlanRunner
  ) async throws -> CommandOutcome {
    if case .file(let cluster) = member.source, cluster.mode == .manual {
      return try await makeBundle(cluster, runner)
    }
    var request = try request(member)
    let way = try await way(to: member)
    if case .file = member.source {
    } else if let secret = way.secret, !secret.isKept {
      request.accessSecret = secret.reference
    }
    let managed = try context.access(way.connection, command.hub)
    let result = try await runner.run(
      Import(request, claims: claims), on: Clusters(hub: hub, managed: managed))
    return CommandOutcome(
      result, mode: runner.mode, names: [ResourceName.cluster(member.name)],
      sentence: ImportCommand.sentence)
  }

  /// What the file says about the cluster, or the flags say about all; how far to go is said by flags alone.
  private func request(_ member: ImportMember) throws -> ImportRequest {
    guard case .file(let cluster) = member.source, let fleet else {
      return try command.request(member.name)
    }
    var request = try cluster.importRequest(fleet.hub, inputs)
    request.allowsLoopback = request.allowsLoopback || command.address.allowLoopback
    request.keepsCredential = request.keepsCredential || command.flags.keepCredential
    request.move = command.flags.move
    request.rejoins = command.flags.rejoin
    request.probes = command.address.probe
    request.probeImage = command.address.probeImage
    request.forcesConflicts = command.flags.forceConflicts
    request.accepts = command.flags.accept
    request.waits = command.manual.wait ?? (cluster.mode == .auto)
    return request
  }
}

extension ManyImport {
  private func way(to member: ImportMember) async throws -> FleetCluster.Access {
    switch member.source {
    case .file(let cluster):
      return try await cluster.access(inputs, on: hub) { try standard.get() }
    case .context(let name):
      return .init(connection: try standard.get().resolve(context: name), secret: nil)
    case .name:
      if let way = try ways.context(of: member.name) { return way }
      if let way = try await ways.secret(of: member.name) { return way }
    case .record:
      if let way = try await ways.secret(of: member.name) { return way }
      if let way = try ways.context(of: member.name) { return way }
    }
    let secret = AccessSecret.automatic(of: member.name)
    throw NoWayToCluster(
      cluster: member.name,
      looked: "there is no context of that name, and the hub has no \(secret)")
  }

  private var ways: ClusterWays {
    ClusterWays(hub: hub, kubeconfig: standard, environment: inputs.environment)
  }

  private var bundles: BundleTarget { BundleTarget(command.result.target ?? ".") }

  private func makeBundle(
    _ cluster: FleetCluster, _ runner: PlanRunner
  ) async throws -> CommandOutcome {
    let target = BundleTarget("\(bundles.path ?? ".")/\(cluster.name)")
    let request = ManualImportRequest(
      try request(ImportMember(name: cluster.name, source: .file(cluster))), target: target,
      toolVersion: ProgramVersion.current)
    let result = try await runner.run(ManualImport(request), on: Clusters(hub: hub))
    return CommandOutcome(
      result, mode: runner.mode, names: [ResourceName.cluster(cluster.name)],
      sentence: ImportCommand.sentence)
  }
}
