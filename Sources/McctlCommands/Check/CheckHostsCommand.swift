import ArgumentParser
import Documents
import FoundationEssentials
import Workflows

/// `mcctl check hosts`.
struct CheckHostsCommand: McctlCommand {
  static let about = About(
    "check hosts", usage: "-f CLUSTER [options]",
    "Look at the machines of a cluster that is to be created, and change nothing.",
    discussion: """
      Logs in to all machines of the file at the same time and looks at each: whether it lets mcctl in and become root, \
      system, kernel, size and disks, clocks and names, firewall and SELinux, ports, and what is there of a cluster or a \
      container runtime already. The first master is also asked whether it reaches the others, and has the image. Ends \
      with 3 when a check fails that is not ignored.
      """,
    examples: [
      .init("mcctl check hosts -f cluster.yaml", "look at the machines of a file"),
      .init(
        "mcctl check hosts -f cluster.yaml -o short --ignore host.swap,host.selinux",
        "see only what is wrong, without what sealer sets right by itself"),
      .init(
        "mcctl check hosts -f cluster.yaml --known-hosts lab_hosts -o junit > hosts.xml",
        "in a CI job, with the machines' keys from a file"),
    ], aliases: ["host", "machines"])

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "The file that describes the cluster (kind Cluster), - for standard input.", valueName: "file"
    ), completion: .file())
  var file: String

  @OptionGroup(title: "Machines") var ssh: SSHOptions

  @Option(
    help: ArgumentHelp("How many machines are looked at at a time.", valueName: "number"))
  var parallel = 16

  @OptionGroup var ignored: IgnoredChecks

  @Option(help: ArgumentHelp("End with status 3 from this level on.", valueName: "level"))
  var failOn: CheckFlags.Threshold = .fail

  @OptionGroup var time: TimeOptions
  @OptionGroup var result: CheckResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard parallel > 0 else { throw ValidationError("--parallel takes a number from 1 on") }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let (specification, inputs) = try await description(context)
    let observe = context.checkObserver
    let ignoredIDs = Set(ignored.ids)
    let deadline = Deadline.after(try time.budget(context.invocation))
    let report = try await context.withMachines(specification, inputs, parallel: parallel) {
      try await HostChecks(on: $0, ignored: ignoredIDs, observe: observe).report(within: deadline)
    }
    var flags = CheckFlags()
    flags.failOn = failOn
    let hosts = specification.hosts
    return try context.outcome(of: report, flags, result) { address in
      let host = hosts.first { $0.address == address }
      return "host \(address ?? "") (\(host?.roles.joined(separator: ", ") ?? ""))"
    }
  }

  /// The file with the flags over it.
  private func description(
    _ context: CommandContext
  ) async throws -> (ClusterSpecification, FleetInputs) {
    let bytes = try await InputFile.read(file, flag: "-f", orInputOf: context.invocation.streams)
    let source = file == "-" ? "standard input" : file
    var document = try ClusterSpecification(parsing: bytes, source: source).document
    let here = FileManager.default.currentDirectoryPath
    let absolute = { (path: String) in
      path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(here)/\(path)"
    }
    for (member, value) in ssh.members(absolute).object ?? Object() {
      document.set(value, at: "spec", "ssh", member)
    }
    let specification = try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: source)
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) }
    return (
      specification,
      FleetInputs(
        folder: folder.map { $0.isEmpty ? "/" : $0 } ?? ".",
        environment: context.invocation.environment)
    )
  }
}
