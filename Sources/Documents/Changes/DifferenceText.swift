extension Difference {
  /// One line of a readable difference.
  public struct Line: Sendable, Hashable {
    /// What a line says.
    public enum Kind: Sendable, Hashable {
      /// Part of both, to show where the change is.
      case context
      /// Only in the earlier value.
      case removed
      /// Only in the later value.
      case added
    }

    /// What the line says.
    public var kind: Kind
    /// The line as YAML, indented, without the mark and without a line feed.
    public var text: String

    /// The line behind its mark: two spaces, `- ` or `+ `.
    public var marked: String {
      switch kind {
      case .context: "  \(text)"
      case .removed: "- \(text)"
      case .added: "+ \(text)"
      }
    }
  }

  /// The difference as lines of YAML: what was removed and added, under the keys that lead there.
  /// Empty when the values are equal.
  ///
  /// - Parameter showsSecrets: false masks them; that they differ stays visible.
  public static func lines(
    from before: Value, to after: Value, showsSecrets: Bool = false
  ) -> [Line] {
    let shown = showsSecrets ? (before, after) : Masking.masked(before: before, after: after)
    var writer = DifferenceWriter()
    writer.write(from: shown.0, to: shown.1)
    return writer.lines
  }

  /// The difference as text, each line with its mark and a line feed. Empty when the values are equal.
  ///
  /// - Parameter showsSecrets: false masks them; that they differ stays visible.
  public static func text(
    from before: Value, to after: Value, showsSecrets: Bool = false
  ) -> String {
    lines(from: before, to: after, showsSecrets: showsSecrets).map { $0.marked + "\n" }.joined()
  }
}
