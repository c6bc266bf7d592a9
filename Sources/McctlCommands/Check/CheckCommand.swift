import ArgumentParser

/// `mcctl check`, which groups what can be looked at.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Look at a hub, clusters, machines or a bundle, and change nothing.",
    usage: "mcctl check hub|cluster|hosts|bundle [options]",
    discussion: """
      Every check has a stable id; mcctl explain ID says what it looks at and what to do about it. A check passes, warns, \
      fails, or is skipped, which names the right or the kubeconfig that is missing.
      """,
    subcommands: [
      CheckHubCommand.self, CheckClusterCommand.self, CheckHostsCommand.self,
      CheckBundleCommand.self,
    ])
}
