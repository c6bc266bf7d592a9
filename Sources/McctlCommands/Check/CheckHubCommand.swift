import ArgumentParser
import KubernetesClient
import Workflows

/// `mcctl check hub`.
struct CheckHubCommand: McctlCommand {
  static let about = About(
    "check hub", usage: "[options]",
    "Look at the hub from all sides, and change nothing.",
    discussion: """
      Looks at the API server and the caller's rights, at Open Cluster Management and its webhooks, at credentials and \
      requests, at the clusters, and at what clusters that are gone left behind. Only reads; what may not be read is \
      skipped, with the right that is missing. Ends with 3 when a check fails.
      """,
    examples: [
      .init("mcctl check hub", "look at the hub of the current context"),
      .init("mcctl check hub -o short", "see only what is not as it should be"),
      .init(
        "mcctl check hub --fail-on warn --expires-within 14d -o junit > checks.xml",
        "in a nightly job, for a CI system to show"),
    ])

  @OptionGroup(title: "Checks") var flags: CheckFlags
  @OptionGroup var time: TimeOptions
  @OptionGroup var result: CheckResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let access = try context.hub(hub)
    let checks = HubChecks(options: flags.options(context), observe: context.checkObserver)
    let report = try await checks.report(
      on: access, within: .after(try time.budget(context.invocation)))
    return try context.outcome(of: report, flags, result) { _ in
      ClusterLocation(side: .hub, connection: access.connection).description
    }
  }
}
