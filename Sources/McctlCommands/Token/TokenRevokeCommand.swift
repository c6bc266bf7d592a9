import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl token revoke`.
struct TokenRevokeCommand: McctlCommand {
  static let about = About(
    "token revoke", usage: "CLUSTER... [options]",
    "Revoke the join credentials of clusters.",
    discussion: """
      Deletes the account of each cluster, which ends every token made for it at once, its bootstrap tokens, and the \
      rights of both. Clusters that have joined have certificates of their own and are not affected.
      """,
    examples: [
      .init("mcctl token revoke edge-7", "revoke a credential that is not needed any more")
    ])

  @Argument(help: "The clusters' names on the hub.", completion: .clusterNames)
  var clusters: [String]

  @Flag(help: "Treat a cluster without a credential as done.")
  var ignoreNotFound = false

  @OptionGroup var many: ManyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for cluster in clusters { try ClusterName.validate(cluster) }
    let access = Clusters(hub: try context.hub(hub))
    let runner = try context.runner(change)
    context.announce(access)
    return try await context.each(clusters, many, runner) { cluster, runner in
      var request = RevokeTokenRequest(cluster: cluster)
      request.ignoresNotFound = ignoreNotFound
      let result = try await runner.run(RevokeToken(request), on: access)
      return CommandOutcome(
        result, mode: runner.mode, names: [ResourceName.cluster(cluster)]
      ) { report in
        report.isRevoked
          ? "credential of \(report.cluster) revoked"
          : "credential of \(report.cluster) unchanged: there is none"
      }
    }
  }
}
