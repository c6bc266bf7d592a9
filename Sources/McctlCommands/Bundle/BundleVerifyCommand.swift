import ArgumentParser
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl bundle verify`.
struct BundleVerifyCommand: McctlCommand {
  static let about = About(
    "bundle verify", usage: "BUNDLE [options]",
    "Look whether a bundle is whole, still valid, and fits its hub and its cluster.",
    discussion: """
      Nothing is asked of anybody unless it is named: with --kubeconfig or --context of the hub, whether the bundle's \
      certificates verify the hub and the hub takes its credential; with --cluster-kubeconfig or --cluster-context, \
      whether the cluster takes the manifests, in a server-side dry run. Ends with 3 when a check fails.
      """,
    examples: [
      .init(
        "mcctl bundle verify edge-7.tar.gz", "look at the files, the certificates and the expiry"),
      .init("mcctl bundle verify edge-7.tar.gz --context hub", "ask the hub as well"),
      .init(
        "mcctl bundle verify edge-7 --cluster-kubeconfig edge-7.yaml",
        "ask the managed cluster whether it takes the manifests"),
    ])

  @Argument(help: "A bundle: a directory or .tar.gz.", completion: .file())
  var bundle: String

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Hub") var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let made = try await context.bundleChecks(bundle, hub, cluster, time)
    return outcome(made.checks, made.cluster)
  }

  private func outcome(_ checks: [BundleCheck], _ name: String) -> CommandOutcome {
    let table = Table(
      columns: ["CHECK", "STATE", Column("DETAIL", minimumWidth: 20)],
      rows: checks.map { check in
        [
          Cell(check.id), Cell(check.state.rawValue, style: Self.style(check.state)),
          Cell(check.detail),
        ]
      })
    var outcome = CommandOutcome(
      document: ListDocument.of(checks.map(\.document)), human: .table(table, wide: table),
      names: checks.map(\.id))
    let failed = checks.filter { $0.state == .fail }
    guard !failed.isEmpty else { return outcome }
    outcome.status = .refused
    outcome.failures = [
      UserFacingError(
        id: ErrorID.bundleCheckFailed.rawValue, status: .refused,
        what: "the bundle of \(name) is not to be used", location: .file(bundle),
        why: failed.map { "\($0.title): \($0.detail)" }.joined(separator: "; "),
        next: ["have a new one made: mcctl import \(name) --mode manual -o OUT"])
    ]
    return outcome
  }

  private static func style(_ state: BundleCheck.State) -> Style? {
    switch state {
    case .pass: .good
    case .warn: .caution
    case .fail: .bad
    case .skip: .faint
    }
  }
}
