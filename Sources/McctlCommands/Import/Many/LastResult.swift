import Documents

/// Which clusters an earlier run has done, by what it printed with `-o json` or wrote with `--events`.
///
/// Everything else is still to be done: what failed, what was not begun, and what a run that was killed left without a
/// word. So the record of a run that did not end is as good as that of one that did.
struct LastResult: Sendable {
  /// Clusters that need not be done again.
  let done: Set<String>

  /// Reads a result.
  ///
  /// - Parameter source: the file's name, for errors.
  init(parsing text: String, source: String) throws {
    var done: Set<String> = []
    let items = try Self.items(text, source)
    for item in items where Self.isDone(item) {
      if let name = item["name"]?.string { done.insert(name) }
    }
    self.done = done
  }

  private static func items(_ text: String, _ source: String) throws -> [Value] {
    if let document = try? JSON.decode(text) {
      if document["event"] != nil { return items(of: document) }
      if let items = document["items"]?.array { return items }
      if document["name"] != nil { return [document] }
      throw unusable(source, "it has neither items nor a name")
    }
    var found: [Value] = []
    var lines = 0
    for line in text.split(separator: "\n") {
      // The last line of a run that was killed may be cut.
      guard let event = try? JSON.decode(String(line)) else { continue }
      lines += 1
      found += items(of: event)
    }
    guard lines > 0 else { throw unusable(source, "it is no JSON") }
    return found
  }

  private static func items(of event: Value) -> [Value] {
    switch event["event"]?.string {
    case "row": event["result"].map { [$0] } ?? []
    case "result": event.at("result", "items")?.array ?? []
    default: []
    }
  }

  private static func isDone(_ item: Value) -> Bool {
    guard let outcome = item["outcome"]?.string else { return false }
    return outcome != "failed" && outcome != "skipped" && item["error"] == nil
  }

  private static func unusable(_ source: String, _ reason: String) -> UserFacingError {
    UserFacingError(
      .usage, status: .usage, what: "the file named with --retry-failed is no result of an import",
      location: .file(source), why: reason,
      next: ["name what an import printed with -o json, or the file of its --events"])
  }
}
