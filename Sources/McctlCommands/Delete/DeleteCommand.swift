import ArgumentParser

/// `mcctl delete`: clusters, unless another kind is named.
struct DeleteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Take clusters out of the hub, or works from clusters.",
    usage: "mcctl delete [clusters|works] NAME... [options]",
    discussion: """
      What follows delete is taken for the names of clusters, unless it is the word works: mcctl delete edge-7 is \
      mcctl delete clusters edge-7.
      """,
    subcommands: [DeleteClustersCommand.self, DeleteWorksCommand.self],
    defaultSubcommand: DeleteClustersCommand.self)
}
