import Terminal
import Workflows

/// The layout of errors for people: what failed on the first line, then labelled lines that align.
struct ErrorLayout {
  private let palette: Palette
  private let width: Int?
  /// The column in which the texts of labelled lines begin.
  private static let indentation = 10

  /// - Parameter width: cells to wrap at; nil for no wrapping.
  init(_ palette: Palette, width: Int?) {
    self.palette = palette
    self.width = width
  }

  /// The error, each line ended by a line feed.
  func text(_ error: UserFacingError) -> String {
    var lines = wrapped(palette.paint("error:", .bad) + " " + error.what.singleLine)
    lines += labelled("for", [error.subject].compactMap(\.self))
    lines += labelled("where", [place(error.location)].compactMap(\.self))
    lines += labelled("why", error.why.map { [$0] } ?? [])
    lines += labelled("done", error.done)
    lines += labelled("next", error.next)
    lines += labelled("id", ["\(error.id)   (mcctl explain \(error.id))"])
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(_ location: UserFacingError.Location?) -> String? {
    switch location {
    case .cluster(let cluster): cluster.description
    case .file(let path): path
    case nil: nil
    }
  }

  private func labelled(_ label: String, _ texts: [String]) -> [String] {
    let margin = String(repeating: " ", count: Self.indentation)
    let room = width.map { max(20, $0 - Self.indentation) } ?? .max
    let lines = texts.flatMap { text in
      Self.isCommand(text) ? [text.singleLine] : text.multiLine.wrapped(to: room)
    }
    return lines.enumerated().map { index, line in
      guard index == 0 else { return margin + line }
      return palette.paint(("  " + label).padded(to: Self.indentation), .faint) + line
    }
  }

  /// Commands are copied, and a line feed in the middle of one would run half of it.
  private static func isCommand(_ text: String) -> Bool {
    ["mcctl ", "kubectl "].contains { text.hasPrefix($0) }
  }

  private func wrapped(_ text: String) -> [String] {
    width.map { text.wrapped(to: max(40, $0)) } ?? [text]
  }
}
