extension String {
  /// The text broken at spaces into lines of at most `width` cells; words that are longer stay whole.
  ///
  /// Line feeds in the text are kept, and the indentation of a line is repeated on its continuations.
  public func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { String($0).wrappedLine(to: width) }
  }

  private func wrappedLine(to width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    let indentation = String(prefix { $0 == " " })
    var lines: [String] = []
    var current = indentation
    for word in split(separator: " ") {
      let separator = current.count == indentation.count ? "" : " "
      let candidate = current + separator + word
      if candidate.displayWidth <= width || separator.isEmpty {
        current = candidate
      } else {
        lines.append(current)
        current = indentation + word
      }
    }
    return lines + [current]
  }
}
