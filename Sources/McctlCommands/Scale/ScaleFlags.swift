import ArgumentParser
import Documents
import Workflows

/// Which machines join and leave: a file that names all of them, or flags that name those that change.
struct ScaleFlags: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "The file that describes the cluster (kind Cluster), with all machines that it shall have; - for standard input.",
      valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Addresses of machines that join, parted by commas.", valueName: "addresses"))
  var addNodes: String?

  @Option(
    help: ArgumentHelp(
      "Addresses of machines that join as masters, parted by commas.", valueName: "addresses"))
  var addMasters: String?

  @Option(
    help: ArgumentHelp(
      "Addresses of machines that leave, parted by commas.", valueName: "addresses"))
  var removeNodes: String?

  @Option(
    help: ArgumentHelp("Addresses of masters that leave, parted by commas.", valueName: "addresses")
  )
  var removeMasters: String?

  @Option(
    help: ArgumentHelp(
      "Those among the machines that leave that are gone: they are not logged in to, nor drained.",
      valueName: "addresses"))
  var lostHosts: String?

  @Flag(help: "Let nodes join and leave one by one too, as masters do.")
  var oneByOne = false

  @OptionGroup var ssh: SSHOptions
  @OptionGroup var checks: IgnoredChecks

  /// A document with what the flags say of logging in and of checks over it.
  func overriding(_ document: Value) -> Value { checks.overriding(ssh.overriding(document)) }

  /// What the flags name.
  var wish: ScaleWish {
    var wish = ScaleWish()
    wish.addedNodes = MachineFlags.addresses(addNodes)
    wish.addedMasters = MachineFlags.addresses(addMasters)
    wish.removedNodes = MachineFlags.addresses(removeNodes)
    wish.removedMasters = MachineFlags.addresses(removeMasters)
    wish.lost = MachineFlags.addresses(lostHosts)
    return wish
  }

  /// Whether flags name machines that join or leave.
  private var namesMachines: Bool {
    [addNodes, addMasters, removeNodes, removeMasters].contains { $0 != nil }
  }

  mutating func validate() throws {
    if file != nil, namesMachines {
      throw ValidationError(
        "-f names all machines; --add-… and --remove-… name those that change. Give one of them")
    }
    let wish = wish
    let named = wish.addedNodes + wish.addedMasters + wish.removedNodes + wish.removedMasters
    guard Set(named).count == named.count else {
      throw ValidationError("a machine is named twice")
    }
  }
}

/// How nodes are emptied that leave, in the words of kubectl drain.
struct DrainFlags: ParsableArguments {
  @Flag(help: "Evict pods too that nothing makes anew elsewhere.")
  var force = false

  @Flag(
    name: .customLong("delete-emptydir-data"),
    help: "Evict pods too whose emptyDir volumes are lost by it.")
  var deletesEmptyDirData = false

  @Option(
    help: ArgumentHelp(
      "How long the pods of a group of machines may take to go (default: 5m).",
      valueName: "duration"))
  var drainTimeout: DurationArgument?

  /// The same for the workflow.
  var policy: DrainPolicy {
    var policy = DrainPolicy()
    policy.force = force
    policy.deletesEmptyDirData = deletesEmptyDirData
    if let drainTimeout { policy.timeout = drainTimeout.duration }
    return policy
  }
}
