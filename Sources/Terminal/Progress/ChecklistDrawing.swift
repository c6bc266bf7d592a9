/// Turns a checklist into the lines of one frame: a pure function of its inputs, so tests compare exact text.
struct ChecklistDrawing {
  let symbols: Symbols
  let palette: Palette

  /// The lines of a frame, none longer than `size.columns - 1` cells (a full last cell would wrap on some terminals).
  ///
  /// When not all steps fit into the window, those that run and those that failed are shown under a line of counts.
  ///
  /// - Parameter frame: the number of the spinner's frame.
  func lines(
    _ checklist: Checklist, at now: Duration, frame: Int, size: TerminalSize
  ) -> [String] {
    let room = max(3, size.rows - 1)
    let column = GroupColumn(checklist)
    func drawn(_ items: [Checklist.Item]) -> [String] {
      items.flatMap { lines(of: $0, column, at: now, frame: frame, width: size.columns - 1) }
    }
    // Each step takes a line at least, so that what cannot fit need not be drawn to be counted.
    if checklist.items.count <= room {
      let all = drawn(checklist.items)
      if all.count <= room { return all }
    }
    let active = drawn(checklist.items.filter(\.isActive)).suffix(room - 1)
    let failed = checklist.items.filter { $0.state == .ended(.failed) }
      .suffix(room - 1 - active.count)
    return [counts(checklist, width: size.columns - 1)] + drawn(Array(failed)) + active
  }

  /// Every step, however many there are: what stays on the screen when the command ends. Nothing when none has begun,
  /// as in a dry run; a step that still runs was stopped.
  func finalLines(_ checklist: Checklist, at now: Duration, columns: Int) -> [String] {
    guard checklist.items.contains(where: { $0.began != nil }) else { return [] }
    let column = GroupColumn(checklist)
    return checklist.stopped(at: now).items.flatMap {
      lines(of: $0, column, at: now, frame: 0, width: columns - 1)
    }
  }

  /// How many ended how, and which still ran when it was stopped. Nothing when all have ended: the result tells of each.
  func finalOverview(_ checklist: Checklist, at now: Duration, columns: Int) -> [String] {
    let isWhole = checklist.items.allSatisfy { !$0.isActive && $0.state != .pending }
    guard !isWhole, checklist.items.contains(where: { $0.began != nil }) else { return [] }
    let column = GroupColumn(checklist)
    let running = Set(checklist.items.filter(\.isActive).map(\.id))
    let stopped = checklist.stopped(at: now)
    return [counts(stopped, width: columns - 1)]
      + stopped.items.filter { running.contains($0.id) }.flatMap {
        lines(of: $0, column, at: now, frame: 0, width: columns - 1)
      }
  }

  private func lines(
    of item: Checklist.Item, _ column: GroupColumn, at now: Duration, frame: Int, width: Int
  ) -> [String] {
    let (mark, style) = mark(of: item, frame: frame)
    let group = column.text(item, ellipsis: symbols.ellipsis)
    let time = item.began == nil ? "" : "  " + ElapsedTime.text(item.elapsed(at: now))
    let note = item.note.map { "  " + $0.singleLine } ?? ""
    let indentation = mark.displayWidth + 1 + group.displayWidth
    let room = width - indentation - time.displayWidth
    let text = (item.title.singleLine + note).truncated(to: room, ellipsis: symbols.ellipsis)
    let titleStyle: Style? = item.state == .pending ? .faint : nil
    let head =
      palette.paint(mark, style) + " " + palette.paint(group, .strong)
      + palette.paint(text, titleStyle) + palette.paint(time, .faint)
    guard case .waiting(let fact, let since) = item.state else { return [head] }
    let age = " (\(ElapsedTime.age(now - since)))"
    let shown = fact.singleLine.truncated(
      to: width - indentation - age.displayWidth, ellipsis: symbols.ellipsis)
    let margin = String(repeating: " ", count: indentation)
    return [head, margin + palette.paint(shown, .caution) + palette.paint(age, .faint)]
  }

  private func mark(of item: Checklist.Item, frame: Int) -> (String, Style) {
    switch item.state {
    case .pending: (symbols.pending, .faint)
    case .running, .waiting: (symbols.spinner[frame % symbols.spinner.count], .active)
    case .ended(.done): (symbols.done, .good)
    case .ended(.skipped): (symbols.skipped, .faint)
    case .ended(.failed): (symbols.failed, .bad)
    }
  }

  private func counts(_ checklist: Checklist, width: Int) -> String {
    let states = checklist.items
    let parts: [(Int, String)] = [
      (states.count { $0.state == .ended(.done) }, "done"),
      (states.count { $0.state == .ended(.skipped) }, "skipped"),
      (states.count { $0.state == .ended(.failed) }, "failed"),
      (states.count { $0.isActive }, "running"),
      (states.count { $0.state == .pending }, "to come"),
    ]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return palette.paint(text.truncated(to: width, ellipsis: symbols.ellipsis), .strong)
  }
}

/// The column that says what a step is about, where there are several such things.
private struct GroupColumn {
  /// The widest it gets, in cells.
  private static let widest = 24
  /// Its width; nil when all steps are about the same.
  private let width: Int?

  /// Looks at all steps, once for a frame.
  init(_ checklist: Checklist) {
    guard checklist.hasSeveralGroups else {
      width = nil
      return
    }
    let widest = checklist.items.lazy.compactMap { $0.group?.singleLine.displayWidth }.max() ?? 0
    width = min(widest, Self.widest)
  }

  /// The column's text for a step, with the gap after it.
  func text(_ item: Checklist.Item, ellipsis: String) -> String {
    guard let width else { return "" }
    let name = (item.group ?? "").singleLine.truncated(to: width, ellipsis: ellipsis)
    return name.padded(to: width) + "  "
  }
}
