import ArgumentParser
import Documents
import FoundationEssentials
import OpenClusterManagement
import Workflows

/// `mcctl bundle inspect`.
struct BundleInspectCommand: McctlCommand {
  static let about = About(
    "bundle inspect", usage: "BUNDLE [options]", "Show what a bundle is, without its secrets.",
    examples: [
      .init("mcctl bundle inspect edge-7.tar.gz", "see which cluster it is for, and until when"),
      .init("mcctl bundle inspect edge-7 -o json", "the same for a script"),
    ])

  @Argument(help: "A bundle: a directory or .tar.gz.", completion: .file())
  var bundle: String

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let found = try BundleReader(path: bundle).read()
    for fault in found.faults { context.reporter.warn(fault) }
    let description = found.description
    return CommandOutcome(
      document: description.document,
      human: .text(Self.text(description, now: context.invocation.now())),
      names: [ResourceName.cluster(description.cluster)])
  }

  private static func text(_ description: BundleDescription, now: Date) -> String {
    let expires =
      description.expires.map { Timestamp.text($0) + ($0 <= now ? " (ended)" : "") } ?? "unknown"
    var rows = [
      ("cluster", description.cluster), ("hub", description.hubServer), ("expires", expires),
    ]
    if let user = description.user { rows.append(("user", user)) }
    if let proxy = description.proxyURL { rows.append(("proxy", proxy)) }
    rows += description.authorityPins.map { ("trusts", $0) }
    rows += [
      ("mcctl", description.toolVersion), ("ocm", description.ocmVersion),
      ("kubernetes", "\(BundleDescription.oldestKubernetes) or newer"),
    ]
    rows += description.images.map { ("image", $0) }
    rows += description.files.map { ("file", "\($0.path) (\($0.size) bytes)") }
    let width = (rows.map(\.0.count).max() ?? 0) + 3
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count) + value + "\n"
    }.joined()
  }
}
