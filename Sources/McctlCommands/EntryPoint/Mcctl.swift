public import ArgumentParser

/// The command tree's root: `mcctl` alone prints help.
public struct Mcctl: AsyncParsableCommand {
  /// Name, overview and the commands, in the order of the root help.
  public static let configuration = CommandConfiguration(
    commandName: "mcctl",
    abstract: "Run the life of every cluster on an Open Cluster Management hub.",
    usage: "mcctl COMMAND [options]",
    discussion: """
      Make a cluster a hub, import clusters into it, see that they are really
      registered, hand objects out to them, and take them out again with nothing left
      behind. Every command converges: run again, it finishes what was interrupted.

      $ mcctl init --context hub
      $ mcctl import edge-7 --context hub --cluster-context edge-7
      $ mcctl status --context hub
      $ mcctl delete edge-7 --context hub --cluster-context edge-7
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Cluster",
        subcommands: [
          InitCommand.self, ImportCommand.self, AcceptCommand.self, CreateCommand.self,
          ScaleCommand.self,
          StatusCommand.self,
          CheckCommand.self, DiffCommand.self, GetCommand.self, ApplyCommand.self,
          UpgradeCommand.self, DeleteCommand.self, TokenCommand.self,
          BundleCommand.self, GateCommand.self,
        ]),
      CommandGroup(
        name: "Other",
        subcommands: [VersionCommand.self, CompletionCommand.self, ExplainCommand.self]),
    ])

  /// What stands before the message of a usage error.
  public static let _errorPrefix = "error: "

  /// Made by the parser.
  public init() {}
}
