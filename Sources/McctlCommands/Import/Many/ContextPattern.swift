/// A pattern for the names of contexts: `*` stands for any characters, `?` for one.
struct ContextPattern: Sendable, Hashable {
  private let pattern: [Character]

  /// nil when the text has neither, and so is the name of one context.
  init?(_ text: String) {
    guard text.contains(where: { $0 == "*" || $0 == "?" }) else { return nil }
    pattern = Array(text)
  }

  /// Whether a name is matched from its beginning to its end.
  func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (place, at) = (0, 0)
    // Where the last `*` stood, and how far it has reached: that is gone back to when the rest does not fit.
    var star: (place: Int, at: Int)?
    while at < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[at] {
        place += 1
        at += 1
      } else if let last = star {
        star = (last.place, last.at + 1)
        (place, at) = (last.place + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
