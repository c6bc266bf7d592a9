import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl delete works NAME… --cluster CLUSTER`.
struct DeleteWorksCommand: McctlCommand {
  static let about = About(
    "delete works", usage: "NAME... --cluster NAME [options]",
    "Take works, and the objects they applied, from a cluster.",
    examples: [
      .init(
        "mcctl delete works web --cluster edge-7", "take what was applied as web from a cluster"),
      .init(
        "mcctl delete works web --cluster edge-7 --yes --ignore-not-found",
        "the same in a script, whether it is there or not"),
    ],
    aliases: ["work"])

  @Argument(help: "The works' names.")
  var names: [String]

  @Option(
    help: ArgumentHelp("The cluster's name on the hub.", valueName: "name"),
    completion: .clusterNames)
  var cluster: String

  @Flag(help: "Treat a work that does not exist as done.")
  var ignoreNotFound = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var waiting: WaitOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(cluster)
    let deletion = ConfirmedDeletion(
      context: context, clusters: Clusters(hub: try context.hub(hub)), change: change)
    try deletion.begin()
    return try await context.each(names) { name in
      var request = DeleteWorkRequest(cluster: cluster, name: name)
      request.ignoresNotFound = ignoreNotFound
      request.waits = waiting.wait
      return try await deletion.run(
        DeleteWork(request), asking: name, names: [ResourceName.work(name)],
        sentence: Self.sentence)
    }
  }

  private static func sentence(_ report: DeleteWorkReport) -> String {
    if report.isUnchanged { return "work \(report.name) unchanged: \(report.cluster) has none" }
    let state = report.isGone ? "deleted" : "deleted, not waited for"
    return "work \(report.name) of \(report.cluster) \(state)"
  }
}
