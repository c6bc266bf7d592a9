import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Terminal
import Workflows

/// Takes many clusters out, some at a time, after one question about all of them.
struct ManyDeletion: Sendable {
  let command: DeleteClustersCommand
  let context: CommandContext
  let deletion: ConfirmedDeletion
  let inputs: FleetInputs

  private var hub: ClusterAccess { deletion.clusters.hub }

  /// All of them; one that fails does not keep the others.
  func run(_ members: [DeletionMember]) async throws -> CommandOutcome {
    for member in members { try ClusterName.validate(member.name) }
    let runner = try context.runner(
      command.change,
      standard: command.destruction.destroy ? Creation.standardTime : TimeOptions.standard)
    return try await context.members(
      members, name: \.name, command.many, runner, on: hub, nothing: "there is nothing to delete",
      prepare: { if try deletion.asks { try await confirm(members, runner) } },
      { try await work($0, $1) })
  }

  private func work(
    _ member: DeletionMember, _ runner: PlanRunner
  ) async throws -> CommandOutcome {
    guard command.destruction.destroy else {
      return try await carryOut(
        Unregister(command.request(member.name)), on: try await clusters(member), by: runner,
        DeleteClustersCommand.sentence)
    }
    return try await destruction(member).with(exclusively: runner.mode.isPersistent) {
      workflow, clusters in
      try await carryOut(workflow, on: clusters, by: runner, Destruction.sentence)
    }
  }

  private func carryOut<W: Workflow>(
    _ workflow: W, on clusters: Clusters, by runner: PlanRunner, _ sentence: (W.Report) -> String
  ) async throws -> CommandOutcome {
    let plan = try await runner.prepare(workflow, on: clusters)
    if runner.mode.isPersistent, plan.hasDifferences {
      context.reporter.note(DoomedLine(plan.summaries).text)
    }
    let result = try await runner.carryOut(plan, on: clusters)
    return CommandOutcome(
      result, mode: runner.mode, names: workflow.subject.map { [ResourceName.cluster($0)] } ?? [],
      sentence: sentence)
  }

  private func destruction(_ member: DeletionMember) throws -> Destruction {
    try command.destruction(of: member.name, context, hub)
  }

  /// Plans all, shows for each what will vanish or why it is refused, and asks once.
  private func confirm(_ members: [DeletionMember], _ runner: PlanRunner) async throws {
    // Only planned here: what is planned then is carried out by a look of its own.
    let planner = PlanRunner(mode: .persist, deadline: runner.deadline, now: context.invocation.now)
    var lines: [String] = []
    for chunk in members.chunked(by: command.many.parallel ?? ManyOptions.standard) {
      lines += try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for (index, member) in chunk.enumerated() {
          group.addTask { (index, "  \(member.name): \(try await preview(member, planner))") }
        }
        var found = [String](repeating: "", count: chunk.count)
        for try await (index, line) in group { found[index] = line }
        return found
      }
    }
    let list = (["This will vanish:"] + lines).joined(separator: "\n")
    try await deletion.confirm(
      list, "Type \(members.count) to delete these \(members.count) clusters:",
      for: "\(members.count)", declined: "no cluster was deleted: nothing was changed",
      why: "the number of clusters was not typed")
  }

  private func preview(_ member: DeletionMember, _ planner: PlanRunner) async throws -> String {
    do {
      guard command.destruction.destroy else {
        let plan = try await planner.prepare(
          Unregister(command.request(member.name)), on: try await clusters(member))
        return DoomedLine(plan.summaries).text
      }
      return try await destruction(member).with(exclusively: false) { workflow, clusters in
        DoomedLine(try await planner.prepare(workflow, on: clusters).summaries).text
      }
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let failure = UserFacingError(mapping: error)
      let reason = [failure.what, failure.why].compactMap(\.self).joined(separator: ": ")
      return "nothing, since \(reason.singleLine)"
    }
  }

  private func clusters(_ member: DeletionMember) async throws -> Clusters {
    guard !command.isHubOnly else { return Clusters(hub: hub) }
    if command.gateway.viaGateway {
      return Clusters(hub: hub, managed: try context.gateway(to: member.name, command.hub))
    }
    let ways = ClusterWays(
      hub: hub, kubeconfig: command.standardKubeconfig(context), environment: inputs.environment)
    var way: FleetCluster.Access?
    if let cluster = member.cluster, cluster.hasAccess {
      way = try await cluster.access(inputs, on: hub) { try ways.kubeconfig.get() }
    }
    if way == nil { way = try await ways.any(of: member.name) }
    let managed = try way.map { try context.access($0.connection, command.hub) }
    return Clusters(hub: hub, managed: managed)
  }
}

extension Array {
  /// The elements in runs of at most `size`.
  fileprivate func chunked(by size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
