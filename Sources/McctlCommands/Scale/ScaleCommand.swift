import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl scale`.
struct ScaleCommand: McctlCommand {
  static let about = About(
    "scale", usage: "NAME [-f CLUSTER | --add-nodes ADDRESSES ...] [options]",
    "Add machines to a cluster that mcctl created, or remove some.",
    discussion: """
      Machines that are to join are looked at as mcctl check hosts does, and refused when they are not fit. Which machines \
      the cluster shall have is kept on the hub before anything is changed. Machines that join get the \
      cluster's key, and sealer lets them join: masters one by one, nodes together. Nodes that leave take no new pods, and \
      are emptied by evictions, which respect PodDisruptionBudgets; then sealer takes them out, and the cluster's key goes \
      off them. Ends when those that join are nodes that are ready, and those that leave are none.

      With -f, the file names all machines that the cluster shall have; nothing else in it may differ. What is interrupted \
      goes on with mcctl scale NAME: mcctl may be killed, and sealer still runs once for each group of machines. A machine \
      that has joined by half is taken out before it is tried again. docs/machines.md has the whole of it.
      """,
    examples: [
      .init(
        "mcctl scale edge-7 --add-nodes 10.0.0.23,10.0.0.24", "let two machines join as nodes"),
      .init("mcctl scale edge-7 -f cluster.yaml --dry-run", "see what a changed file would do"),
      .init(
        "mcctl scale edge-7 --remove-nodes 10.0.0.21 --yes", "drain a node, and take it out"),
      .init(
        "mcctl scale edge-7 --remove-nodes 10.0.0.22 --lost-hosts 10.0.0.22",
        "take out a machine that is gone"),
      .init("mcctl scale edge-7", "go on with what was interrupted, from any machine"),
    ])

  @Argument(help: "The cluster's name on the hub.", completion: .clusterNames)
  var name: String

  @OptionGroup(title: "Machines") var machines: ScaleFlags
  @OptionGroup(title: "Draining") var drain: DrainFlags

  @OptionGroup(title: "Machines") var sealer: SealerOptions

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(name)
    let clusters = Clusters(hub: try context.hub(hub))
    context.announce(clusters)
    let origin = try await ClusterOrigin.required(name, on: clusters.hub)
    let (file, scale) = try await wanted(origin, context)
    guard !scale.isNothing else { return outcome(.nothing(name)) }
    let cluster = CreatedCluster(
      name: name, command: "mcctl scale \(name)", file: file, context: context,
      clusters: clusters, hub: hub, change: change,
      sealer: sealer)
    var question: CreatedCluster.Question?
    if !scale.change.removed.isEmpty {
      try cluster.requireWayToAgree()
      question = CreatedCluster.Question(
        text: "Type \(name) to take these machines out:", answer: name)
    }
    return try await cluster.carryOut(question, names: [ResourceName.cluster(name)], \.sentence) {
      var request = ScaleRequest(site: $0, scale: scale)
      request.drain = drain.policy
      request.oneByOne = machines.oneByOne
      return Scale(request)
    }
  }

  /// The description with the machines that the cluster shall have, and the way there.
  private func wanted(
    _ origin: ClusterOrigin, _ context: CommandContext
  ) async throws -> (ClusterFile, ScaleChange) {
    guard let path = machines.file else {
      let scale = try ScaleChange(machines.wish, of: name, from: origin)
      let file = try ClusterFile(
        machines.overriding(scale.document),
        FleetInputs(folder: origin.folder, environment: context.invocation.environment),
        name: name)
      return (file, scale)
    }
    let file = try await ClusterFile(path, name: name, context, overriding: machines.overriding)
    let scale = try ScaleChange(
      describedBy: file.specification.document, lost: machines.wish.lost, of: name, from: origin)
    return (file, scale)
  }

  private func outcome(_ report: ScaleReport) -> CommandOutcome {
    CommandOutcome(
      document: report.document, human: .text(report.sentence + "\n"),
      names: [ResourceName.cluster(name)])
  }

}

extension ScaleReport {
  /// One line for people.
  var sentence: String {
    let parts = [
      added.isEmpty ? nil : "\(added.joined(separator: ", ")) joined",
      removed.isEmpty ? nil : "\(removed.joined(separator: ", ")) left",
    ].compactMap(\.self)
    return parts.isEmpty
      ? "cluster \(name) unchanged"
      : "cluster \(name) scaled: \(parts.joined(separator: "; "))"
  }
}
