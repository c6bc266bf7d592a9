import ArgumentParser

/// `mcctl token`, which groups what can be done with join credentials.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Join credentials: one per cluster, scoped and short-lived.",
    usage: "mcctl token create|list|revoke [options]",
    subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self])
}
