public import ArgumentParser
import Documents
import OpenClusterManagement
import Workflows

extension ApplyWorkRequest.Goal: ExpressibleByArgument {}

/// `mcctl apply`.
struct ApplyCommand: McctlCommand {
  static let about = About(
    "apply", usage: "-f FILE --cluster NAME --work NAME [options]",
    "Hand objects out to a cluster, and wait until they are there.",
    discussion: """
      The objects become one ManifestWork, which the cluster's agent applies. Applying under the same name again \
      replaces its objects: what is no longer in the files goes.
      """,
    examples: [
      .init(
        "mcctl apply -f web.yaml --cluster edge-7 --work web",
        "hand the objects of a file out to a cluster"),
      .init(
        "kustomize build . | mcctl apply -f - --cluster edge-7 --work web",
        "hand out what another program prints"),
    ])

  @Option(
    name: [.customShort("f", allowingJoined: true), .customLong("filename")],
    help: ArgumentHelp(
      "A file of YAML or JSON documents, or - for standard input; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The cluster's name on the hub.", valueName: "name"),
    completion: .clusterNames)
  var cluster: String

  @Option(help: ArgumentHelp("Name of the ManifestWork.", valueName: "name"))
  var work: String

  @Option(
    help: ArgumentHelp("What to wait for.", valueName: "state"))
  var waitFor = ApplyWorkRequest.Goal.available

  @OptionGroup var change: ChangeOptions
  @OptionGroup var waiting: WaitOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard !files.isEmpty else { throw ValidationError("name the objects' file with -f") }
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("standard input can be read once only")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(cluster)
    var request = ApplyWorkRequest(
      cluster: cluster, name: work, manifests: try await manifests(context))
    request.goal = waiting.wait ? waitFor : .nothing
    let result = try await context.perform(
      ApplyWork(request), on: Clusters(hub: try context.hub(hub)), change)
    return CommandOutcome(
      result, mode: try change.dryRun.mode, names: [ResourceName.work(work)]
    ) { row in
      row.isUnchanged
        ? "work \(row.name) of \(row.cluster) unchanged"
        : "work \(row.name) applied to \(row.cluster)"
    }
  }

  /// The objects of all files, in order; empty documents are left out.
  private func manifests(_ context: CommandContext) async throws -> [Value] {
    var manifests: [Value] = []
    for file in files {
      let bytes = try await InputFile.read(
        file, flag: "-f", orInputOf: context.invocation.streams)
      let text = String(decoding: bytes, as: UTF8.self)
      let source = file == "-" ? "standard input" : file
      manifests += try YAML.decodeAll(text, source: source).filter { !$0.isNull }
    }
    return manifests.flatMap { $0["kind"] == "List" ? $0["items"]?.array ?? [] : [$0] }
  }
}
