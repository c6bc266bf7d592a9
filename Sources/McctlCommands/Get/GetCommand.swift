import ArgumentParser

/// `mcctl get`, which groups the kinds that can be listed.
struct GetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "List clusters, or what is handed out to them.",
    usage: "mcctl get clusters|works [options]",
    subcommands: [GetClustersCommand.self, GetWorksCommand.self])
}
