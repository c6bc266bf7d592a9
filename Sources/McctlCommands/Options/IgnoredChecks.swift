import ArgumentParser
import Documents
import Workflows

/// Checks of hosts whose outcome does not count.
struct IgnoredChecks: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ids of checks of hosts that may warn and fail, parted by commas; beside checks.ignore of the file.",
      valueName: "ids"))
  var ignore: [String] = []

  /// The ids, one each.
  var ids: [String] { ignore.flatMap { $0.split(separator: ",").map(String.init) } }

  /// A document of kind Cluster with these ids beside its own.
  func overriding(_ document: Value) -> Value {
    guard !ids.isEmpty else { return document }
    var document = document
    let named = document.at("spec", "checks", "ignore")?.strings ?? []
    let new = ids.filter { !named.contains($0) }
    document.set(.array((named + new).map(Value.string)), at: "spec", "checks", "ignore")
    return document
  }

  mutating func validate() throws {
    for id in ids where CheckCatalogue.article(id)?.id.hasPrefix("host.") != true {
      throw ValidationError("\"\(id)\" is no check of hosts; docs/checks lists them")
    }
  }
}
