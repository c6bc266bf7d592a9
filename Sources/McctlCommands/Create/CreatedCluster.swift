import RemoteHosts
import Workflows

/// A cluster that mcctl created, on whose machines an operation works: with one deadline, one lock on the first master, and
/// the cluster's own API server as its administrator reaches it.
struct CreatedCluster: Sendable {
  let name: String
  /// What goes on after a failure, such as `mcctl scale edge-7`.
  let command: String
  let file: ClusterFile
  let context: CommandContext
  let clusters: Clusters
  let hub: HubOptions
  let change: ChangeOptions
  let sealer: SealerOptions

  /// What an operator has to agree to before something vanishes.
  struct Question: Sendable {
    let text: String
    /// The only answer that agrees.
    let answer: String
  }

  private var deletion: ConfirmedDeletion {
    ConfirmedDeletion(context: context, clusters: clusters, change: change)
  }

  /// Refuses at once where a question will have to be asked and cannot be.
  func requireWayToAgree() throws { try deletion.requireWayToAgree() }

  /// Plans, asks what has to be asked, and carries out; nobody else works on the cluster meanwhile.
  func carryOut<W: Workflow>(
    _ question: Question?, names: [String], _ sentence: @escaping @Sendable (W.Report) -> String,
    _ workflow: @escaping @Sendable (ClusterSite) -> W
  ) async throws -> CommandOutcome {
    let runner = try context.runner(change, standard: Creation.standardTime)
    let file = try await file.completed(name, on: clusters.hub)
    let agreement = Agreement()
    return try await context.withMachines(file) { machines in
      let operation = workflow(site(machines))
      guard runner.mode.isPersistent else {
        let result = try await runner.run(operation, on: try await ways(machines))
        return CommandOutcome(result, mode: runner.mode, names: names, sentence: sentence)
      }
      // Who agrees agrees to the plan that is carried out: nobody changes the machines between.
      return try await machines.exclusively(
        command.replacing("mcctl ", with: ""), lost: { context.reporter.note($0) }
      ) {
        let clusters = try await ways(machines)
        let plan = try await runner.prepare(operation, on: clusters)
        if let question {
          try await agreement.once(question.answer) { try await ask(question, plan) }
        }
        let result = try await runner.carryOut(plan, on: clusters)
        return CommandOutcome(result, mode: runner.mode, names: names, sentence: sentence)
      }
    }
  }

  /// The hub, and the cluster by its admin kubeconfig.
  private func ways(_ machines: Machines) async throws -> Clusters {
    let connection = try await site(machines).administrator()
    return Clusters(hub: clusters.hub, managed: try context.access(connection, hub))
  }

  private func ask<Report: WorkflowReport>(_ question: Question, _ plan: Plan<Report>) async throws
  {
    let list = ConfirmedDeletion.doomed(plan.summaries)
    guard try deletion.asks else { return context.reporter.note(list) }
    try await deletion.confirm(
      list, question.text, for: question.answer,
      declined: "nothing was changed", why: "the name was not typed")
  }

  private func site(_ machines: Machines) -> ClusterSite {
    sealer.site(name, machines, command: command, context, hub)
  }
}
