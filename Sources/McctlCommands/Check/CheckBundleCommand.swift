import ArgumentParser
import Workflows

/// `mcctl check bundle`: the checks of `mcctl bundle verify`, told as all checks are.
struct CheckBundleCommand: McctlCommand {
  static let about = About(
    "check bundle", usage: "BUNDLE [options]",
    "Look whether a bundle is whole, still valid, and fits its hub and its cluster.",
    discussion: """
      Makes the checks of mcctl bundle verify. Nothing is asked of anybody unless it is named: the hub with --kubeconfig \
      or --context, the managed cluster with --cluster-kubeconfig or --cluster-context, by a server-side dry run. Ends \
      with 3 when a check fails.
      """,
    examples: [
      .init(
        "mcctl check bundle edge-7.tar.gz", "look at the files, the certificates and the expiry"),
      .init(
        "mcctl check bundle edge-7.tar.gz --context hub -o junit", "ask the hub as well, in CI"),
    ])

  @Argument(help: "A bundle: a directory or .tar.gz.", completion: .file())
  var bundle: String

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Checks") var flags: CheckFlags
  @OptionGroup var time: TimeOptions
  @OptionGroup var result: CheckResultOptions
  @OptionGroup(title: "Hub") var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let made = try await context.bundleChecks(bundle, hub, cluster, time)
    let results = made.checks.compactMap { check in
      CheckCatalogue.article(check.id).map { article in
        CheckResult(
          article, subject: made.cluster,
          CheckVerdict(CheckLevel(check.state), check.detail))
      }
    }
    return try context.outcome(of: CheckReport(results: results), flags, result) { name in
      "bundle of \(name ?? "") in \(bundle)"
    }
  }
}

extension CheckLevel {
  fileprivate init(_ state: BundleCheck.State) {
    switch state {
    case .pass: self = .pass
    case .warn: self = .warn
    case .fail: self = .fail
    case .skip: self = .skip
    }
  }
}
