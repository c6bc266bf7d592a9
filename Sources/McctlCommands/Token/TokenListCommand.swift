import ArgumentParser
import FoundationEssentials
import Terminal
import Workflows

/// `mcctl token list`.
struct TokenListCommand: McctlCommand {
  static let about = About(
    "token list", usage: "[options]",
    "List the join credentials of the hub, without their tokens.",
    discussion: """
      LAST USED is when a certificate was last asked for with a credential, as far as the hub still knows: it keeps \
      such requests for an hour after they are issued, and for a day at most. An empty field does not mean never used.
      """,
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
      columns: ["CLUSTER", "TYPE", "AGE", "EXPIRES", "LAST USED"],
      rows: rows.map { row in
        Self.cells(row, now)
      })
    let wide = Table(
      columns: ["CLUSTER", "TYPE", "AGE", "EXPIRES", "LAST USED", "USER", "LAST REQUEST"],
      rows: rows.map { Self.cells($0, now) + [Cell($0.user), Cell($0.lastRequest ?? "")] })
    return CommandOutcome(
      document: ListDocument.of(rows.map(\.document)), human: .table(table, wide: wide),
      names: rows.map { ResourceName.cluster($0.cluster) })
  }

  private static func cells(_ row: TokenRow, _ now: Date) -> [Cell] {
    let used = row.lastUsed.map { "\(age($0, now)) ago" } ?? ""
    return [
      Cell(row.cluster), Cell(row.kind.rawValue), Cell(age(row.created, now)),
      expiry(row.expires, now), Cell(used),
    ]
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
