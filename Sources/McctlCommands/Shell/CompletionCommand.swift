import ArgumentParser
import Documents

/// `mcctl completion`.
struct CompletionCommand: McctlCommand {
  /// The shells that completions exist for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish

    /// The script, as the parser makes it from the command tree.
    var script: String {
      let script = Mcctl.completionScript(for: generator)
      return script.hasSuffix("\n") ? script : script + "\n"
    }

    private var generator: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let about = About(
    "completion", usage: "bash|zsh|fish",
    "Print the completion script of a shell.",
    discussion: """
      It completes commands, flags and their values, contexts from the kubeconfig, and names of clusters from the hub.
      """,
    examples: [
      .init(
        "mcctl completion bash > /etc/bash_completion.d/mcctl", "for all users of bash"),
      .init(
        #"mcctl completion zsh > "${fpath[1]}/_mcctl""#, "for zsh"),
      .init("mcctl completion fish > ~/.config/fish/completions/mcctl.fish", "for fish"),
    ])

  @Argument(help: "The shell.")
  var shell: Shell

  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    CommandOutcome(
      document: ["shell": .string(shell.rawValue), "script": .string(shell.script)],
      human: .text(shell.script))
  }
}
