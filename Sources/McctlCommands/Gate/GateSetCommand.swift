public import ArgumentParser
public import OpenClusterManagement
import Workflows

/// `mcctl gate set`.
struct GateSetCommand: McctlCommand {
  static let about = About(
    "gate set", usage: "CLUSTER TYPE --status True|False|Unknown [options]",
    "Open or close a readiness gate: set its condition on the cluster.",
    discussion: """
      For scripts that look after a gate. The condition keeps the time of its last change as long as its status stays.
      """,
    examples: [
      .init("mcctl gate set edge-7 example.com/BackupReady --status True", "open a gate"),
      .init(
        "mcctl gate set edge-7 BackupReady --status False --reason DiskFull",
        "close it again, and say why"),
    ])

  @Argument(help: "The cluster's name on the hub.", completion: .clusterNames)
  var cluster: String

  @Argument(help: "The condition's type.")
  var type: String

  @Option(help: "What the condition says; only True opens the gate.")
  var status: Condition.Status

  @Option(help: ArgumentHelp("One CamelCase word for programs.", valueName: "word"))
  var reason = "SetByOperator"

  @Option(help: ArgumentHelp("A sentence for people.", valueName: "text"))
  var message = ""

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard (try? Self.reasonPattern.wholeMatch(in: reason)) != nil, reason.count <= 1024 else {
      throw ValidationError(
        "--reason has to be one word of letters, digits, '_', ',' and ':' that starts with a letter"
      )
    }
  }

  /// The pattern of `reason` in `metav1.Condition` (Kubernetes apimachinery, meta/v1).
  private static var reasonPattern: Regex<(Substring, Substring?)> {
    /[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?/
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let request = SetGateRequest(
      cluster: cluster, type: type, status: status, reason: reason, message: message)
    return try await context.gates(SetGate(request), on: hub, change)
  }
}

extension Condition.Status: ExpressibleByArgument {}
