import ArgumentParser
import FoundationEssentials
import Terminal
import Workflows

/// `mcctl token list`.
struct TokenListCommand: McctlCommand {
  static let about = About(
    "token list", usage: "[options]",
    "List the join credentials of the hub, without their tokens.",
    examples: [.init("mcctl token list", "see which clusters have a credential, and until when")])

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let rows = try await TokenList().rows(on: context.hub(hub))
    if rows.isEmpty { context.reporter.note("there are no join credentials") }
    let now = context.invocation.now()
    let table = Table(
      columns: ["CLUSTER", "USER", "AGE", "EXPIRES"],
      rows: rows.map { row in
        [
          Cell(row.cluster), Cell(row.user), Cell(Self.age(row.created, now)),
          Self.expiry(row.expires, now),
        ]
      })
    return CommandOutcome(
      document: ListDocument.of(rows.map(\.document)), human: .table(table, wide: table),
      names: rows.map { ResourceName.cluster($0.cluster) })
  }

  private static func age(_ date: Date?, _ now: Date) -> String {
    date.map { ElapsedTime.age(.seconds(now.timeIntervalSince($0))) } ?? ""
  }

  private static func expiry(_ date: Date?, _ now: Date) -> Cell {
    guard let date else { return "unknown" }
    let left = date.timeIntervalSince(now)
    guard left > 0 else { return Cell("expired", style: .faint) }
    return Cell("in \(ElapsedTime.age(.seconds(left)))")
  }
}
