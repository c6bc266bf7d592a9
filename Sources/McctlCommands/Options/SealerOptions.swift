import ArgumentParser
import Workflows

/// How sealer is listened to, for every command that lets it work.
struct SealerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).",
      valueName: "file"), completion: .file())
  var transcript: String?

  @Option(
    help: ArgumentHelp(
      "How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on (default: 15m).",
      valueName: "duration"))
  var idleTimeout: DurationArgument?

  /// The first of these flags that is given.
  var given: String? {
    if transcript != nil { return "--transcript" }
    return idleTimeout == nil ? nil : "--idle-timeout"
  }

  /// How long sealer may say nothing; nil for any time.
  var patience: Duration? {
    guard let duration = idleTimeout?.duration else { return ClusterSite.standardPatience }
    return duration == .zero ? nil : duration
  }

  /// A cluster on its machines whose sealer is listened to so.
  func site(
    _ name: String, _ machines: Machines, command: String, _ context: CommandContext,
    _ hub: HubOptions
  ) -> ClusterSite {
    let transcript = kept(name, context)
    var site = ClusterSite(
      name: name, machines: machines, command: command,
      connect: { try context.access($0, hub) }, transcript: { transcript.add($0) })
    site.patience = patience
    return site
  }

  /// Where what it says about a cluster is kept.
  func kept(_ name: String, _ context: CommandContext) -> LocalTranscript {
    LocalTranscript(transcript, name, context.invocation.environment)
  }
}
