/// The difference of two texts line by line.
enum LineDifference {
  /// Texts of more lines than this are shown as wholly replaced: the time to compare grows with the
  /// square of what differs.
  private static let maxLines = 4000

  /// The lines that differ with up to `context` common lines around them; nil stands for common
  /// lines that are left out.
  static func lines(from before: String, to after: String, context: Int) -> [Difference.Line?] {
    let all = allLines(from: lines(of: before), to: lines(of: after))
    var isShown = [Bool](repeating: false, count: all.count)
    for (index, line) in all.enumerated() where line.kind != .context {
      for near in max(0, index - context)...min(all.count - 1, index + context) {
        isShown[near] = true
      }
    }
    return zip(all, isShown).map { line, isShown in isShown ? line : nil }
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func allLines(from old: [Substring], to new: [Substring]) -> [Difference.Line] {
    guard old.count + new.count <= maxLines else {
      return old.map { line(.removed, $0) } + new.map { line(.added, $0) }
    }
    let difference = new.difference(from: old)
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var result: [Difference.Line] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, removals.contains(oldIndex) {
        result.append(line(.removed, old[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, insertions.contains(newIndex) {
        result.append(line(.added, new[newIndex]))
        newIndex += 1
      } else {
        result.append(line(.context, new[newIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return result
  }

  private static func line(_ kind: Difference.Line.Kind, _ text: Substring) -> Difference.Line {
    Difference.Line(kind: kind, text: String(text))
  }
}
