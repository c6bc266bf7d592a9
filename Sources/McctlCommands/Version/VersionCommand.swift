import ArgumentParser
import Documents
import KubernetesClient
import Workflows

/// `mcctl version`.
struct VersionCommand: McctlCommand {
  static let about = About(
    "version", usage: "[--hub] [options]",
    "Show the version of mcctl, and of the hub if asked.",
    examples: [
      .init("mcctl version", "show the version of mcctl; no server is asked"),
      .init("mcctl version --hub -o json", "show the hub's version as well, for a script"),
    ])

  @Flag(name: .customLong("hub"), help: "Ask the hub for its Kubernetes version.")
  var asksHub = false

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    var document: Value = [
      "client": [
        "version": .string(ProgramVersion.current), "platform": .string(ProgramVersion.platform),
      ]
    ]
    var text = "mcctl \(ProgramVersion.current) (\(ProgramVersion.platform))\n"
    if asksHub {
      let reader = try context.hub(hub).reader
      let version = try await reader.version()
      let connection = reader.connection
      document["hub"] = [
        "context": .string(connection.contextName), "server": .string(connection.server),
        "kubernetes": .string(version.gitVersion), "platform": .string(version.platform),
      ]
      text += "hub \(connection): Kubernetes \(version.gitVersion) (\(version.platform))\n"
    }
    return CommandOutcome(
      document: document, human: .text(text), names: ["mcctl/\(ProgramVersion.current)"])
  }
}
