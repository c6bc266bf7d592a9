import ArgumentParser
import Documents
import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl bundle create`.
struct BundleCreateCommand: McctlCommand {
  static let about = About(
    "bundle create", usage: "-f FLEET -o DIRECTORY [options]",
    "Make the bundles of all clusters of a fleet that only reach out.",
    discussion: """
      Of every cluster with mode manual in the fleet file, the hub is told, and one bundle is written to the directory. \
      With --offline no hub is asked: the file then names its URL, its certificates and a credential for each cluster. \
      Run again, it goes on with what is missing or failed. docs/schemas/fleet.schema.json has the file's format.
      """,
    examples: [
      .init("mcctl bundle create -f fleet.yaml -o bundles", "one directory a cluster"),
      .init("mcctl bundle create -f fleet.yaml -o bundles --archive", "one .tar.gz a cluster"),
      .init(
        "mcctl bundle create -f fleet.yaml -o bundles --offline", "without a hub"),
    ])

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("The fleet file; - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Flag(help: "Write a .tar.gz for each cluster in place of a directory.")
  var archive = false

  @Flag(help: "Ask no hub.")
  var offline = false

  @OptionGroup var many: ManyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: BundleResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard let target = result.target else {
      throw ValidationError("say where the bundles go: -o DIRECTORY")
    }
    guard BundleTarget(target).form == .directory else {
      throw ValidationError("-o names a directory for the bundles; \(target) is none")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let opened = try await FleetFile(file, context)
    let fleet = opened.fleet
    let clusters = fleet.clusters.filter { $0.mode == .manual }
    guard !clusters.isEmpty else {
      throw UserFacingError(
        id: ErrorID.fleetInput.rawValue, status: .usage,
        what: "no cluster of the fleet has mode manual", location: .file(file),
        next: ["set mode: manual for the clusters that only reach out, or in defaults"])
    }
    let maker = FleetBundles(
      command: self, context: context, fleet: fleet, inputs: opened.inputs)
    return try await maker.make(clusters)
  }
}
