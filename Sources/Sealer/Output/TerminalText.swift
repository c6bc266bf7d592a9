/// Text that was meant for a terminal.
enum TerminalText {
  /// The text without colours and other escape sequences (ECMA-48), and without carriage returns before line feeds.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\u{1B}" || $0 == "\r" }) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1B}" {
        dropSequence(&scalars)
      } else if scalar != "\r" || !(scalars.first == "\n") {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func dropSequence(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.first == "[" else {
      _ = scalars.popFirst()
      return
    }
    _ = scalars.popFirst()
    while let scalar = scalars.popFirst() {
      if (0x40...0x7E).contains(scalar.value) { return }
    }
  }
}
