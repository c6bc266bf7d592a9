import ArgumentParser

/// `mcctl gate`, which groups what can be done with readiness gates.
struct GateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Readiness gates: conditions that hold a cluster's registration back.",
    usage: "mcctl gate add|remove|list|set [options]",
    subcommands: [
      GateAddCommand.self, GateRemoveCommand.self, GateListCommand.self, GateSetCommand.self,
    ])
}
