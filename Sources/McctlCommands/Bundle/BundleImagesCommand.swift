import ArgumentParser
import Documents
import OpenClusterManagement
import Workflows

/// `mcctl bundle images`.
struct BundleImagesCommand: McctlCommand {
  static let about = About(
    "bundle images", usage: "[BUNDLE...] [options]",
    "List the images that managed clusters take.",
    discussion: """
      Those of the bundles that are named, or those of an agent as the flags describe it; --hub adds what the hub takes. \
      One a line, for loops around docker save; -o json for programs; --skopeo for skopeo sync.
      """,
    examples: [
      .init("mcctl bundle images edge-7.tar.gz", "list what one bundle takes"),
      .init("mcctl bundle images --hub", "list what the hub and its clusters take"),
      .init(
        "mcctl bundle images --skopeo >sync.yaml",
        "copy them with skopeo sync --src yaml --dest docker sync.yaml registry.local"),
    ])

  @Argument(
    help: "Bundles: directories or .tar.gz files.", completion: .file())
  var bundles: [String] = []

  @Option(
    help: ArgumentHelp("The release of Open Cluster Management.", valueName: "version"))
  var ocmVersion = OCMVersion.standard.description

  @Option(
    help: ArgumentHelp("Registry and path in front of the images' names.", valueName: "registry"))
  var imageRegistry = ImageSource.publicRegistry

  @OptionGroup var images: ImageOptions

  @Option(help: ArgumentHelp("How the agent is deployed.", valueName: "mode"))
  var agentMode = AgentMode.singleton

  @Flag(name: .customLong("hub"), help: "Add the images that the hub takes.")
  var includesHub = false

  @Flag(help: "Print them as the input of skopeo sync --src yaml.")
  var skopeo = false

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    do {
      _ = try OCMVersion(parsing: ocmVersion)
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    var found: Set<String> = []
    for path in bundles { found.formUnion(try BundleReader(path: path).read().description.images) }
    if bundles.isEmpty {
      let source = try source
      found.formUnion(source.agentImages(for: agentMode))
      if includesHub { found.formUnion(source.hubImages) }
    }
    let references = found.sorted().map(ImageReference.init)
    let text =
      skopeo
      ? YAML.text(ImageReference.skopeo(references))
      : references.map { $0.text + "\n" }.joined()
    return CommandOutcome(
      document: ListDocument.of(references.map(\.document)), human: .text(text),
      names: references.map(\.text))
  }

  private var source: ImageSource {
    get throws {
      var source = ImageSource(
        registry: imageRegistry, version: try OCMVersion(parsing: ocmVersion))
      source.overrides = images.references(in: source)
      return source
    }
  }
}
