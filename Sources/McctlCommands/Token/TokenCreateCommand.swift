import ArgumentParser
import Documents
import OpenClusterManagement
import Workflows

/// `mcctl token create`.
struct TokenCreateCommand: McctlCommand {
  static let about = About(
    "token create", usage: "CLUSTER [options]",
    "Make a credential with which one cluster alone can ask to join.",
    discussion: """
      The credential is printed once, on standard output. It can do nothing but ask for a certificate and announce \
      its own cluster. A service-account token is kept nowhere; a bootstrap token is a Secret in kube-system, which \
      works only where the hub's API server takes bootstrap tokens.
      """,
    examples: [
      .init(
        "mcctl token create edge-7 --validity 30m -o jsonpath={.token}",
        "make a credential and print nothing but the token")
    ])

  @Argument(help: "The cluster's name on the hub.", completion: .clusterNames)
  var cluster: String

  @Option(
    help: ArgumentHelp("How long it is valid; a hub may shorten it.", valueName: "duration"))
  var validity = DurationArgument(.seconds(3600))

  @Option(
    name: [.customLong("type"), .customLong("credential-type")],
    help: ArgumentHelp("What it is: service-account or bootstrap-token.", valueName: "type"))
  var type = JoinCredentialKind.serviceAccount

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard validity.duration >= .seconds(600) else {
      throw ValidationError("--validity has to be 10m or more, as Kubernetes asks")
    }
    if reporting.events == "-" {
      throw ValidationError(
        "--events - would put the credential among the events; name a file with --events")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(cluster)
    var request = CreateTokenRequest(cluster: cluster)
    request.validity = validity.duration
    request.kind = type
    let result = try await context.perform(
      CreateToken(request), on: Clusters(hub: try context.hub(hub)), change)
    var outcome = CommandOutcome(
      result, mode: try change.dryRun.mode, names: [ResourceName.cluster(cluster)],
      sentence: Self.sentence)
    guard let report = result.report else { return outcome }
    outcome.document = report.documentWithToken
    outcome.eventDocument = report.document
    return outcome
  }

  private static func sentence(_ report: CreateTokenReport) -> String {
    let expires = report.document["expires"]?.string.map { ["expires   \($0)"] } ?? []
    let lines =
      ["cluster   \(report.cluster)", "hub       \(report.hubURL)", "user      \(report.user)"]
      + expires + ["token     \(report.token)"]
    return lines.joined(separator: "\n")
  }
}
