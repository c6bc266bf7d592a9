import Foundation
import Testing

/// The command tree as mcctl itself describes it.
struct CommandTree {
  /// A command that has no commands below it.
  struct Leaf {
    /// Its words after `mcctl`: `token create`.
    let words: String
    /// Its long flags, without hyphens.
    let flags: Set<String>

    /// Whether it can be run without changing anything.
    var hasDryRun: Bool { flags.contains("dry-run") }
  }

  /// Every command that can be run, hidden ones too.
  let leaves: [Leaf]

  /// Asks the program.
  static func read(_ clusters: Clusters) async throws -> CommandTree {
    let outcome = try await clusters.mcctl("--experimental-dump-help")
    let description = try JSONDecoder().decode(Description.self, from: Data(outcome.stdout.utf8))
    return CommandTree(leaves: leaves(of: description.command, below: []))
  }

  private static func leaves(of command: Description.Command, below words: [String]) -> [Leaf] {
    (command.subcommands ?? []).flatMap { child -> [Leaf] in
      let path = words + [child.commandName]
      guard (child.subcommands ?? []).isEmpty else { return leaves(of: child, below: path) }
      let names = (child.arguments ?? []).flatMap { $0.names ?? [] }
      let flags = names.filter { $0.kind == "long" }.map(\.name)
      return [Leaf(words: path.joined(separator: " "), flags: Set(flags))]
    }
  }

  /// The form in which swift-argument-parser describes a program (its ToolInfo).
  private struct Description: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let names: [Name]?
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let command: Command
  }
}
