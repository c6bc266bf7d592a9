import ArgumentParser
import Documents

/// What can be said when it is a cluster that is upgraded.
struct ClusterUpgradeFlags: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "The file that describes the cluster (kind Cluster), with the image that it shall be of; - for standard input.",
      valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp("A tar archive to load the image from.", valueName: "file"),
    completion: .file())
  var imageFile: String?

  @OptionGroup var ssh: SSHOptions
  @OptionGroup var checks: IgnoredChecks

  /// A document with what the flags say of logging in and of checks over it.
  func overriding(_ document: Value) -> Value { checks.overriding(ssh.overriding(document)) }

  @OptionGroup var sealer: SealerOptions

  /// The first of these flags that is given, where agents are upgraded.
  var given: String? {
    let flags: [(String, Bool)] = [
      ("-f", file != nil), ("--image-file", imageFile != nil),
      ("--ssh-…", !(ssh.members { $0 }.object ?? Object()).isEmpty),
      ("--ignore", !checks.ids.isEmpty),
    ]
    return flags.first(where: \.1)?.0 ?? sealer.given
  }
}
