import Terminal
import Testing

@Suite("Whether to write in colour")
struct ColorChoiceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let choice: ColorChoice
    let isTerminal: Bool
    let environment: [String: String]
    let expected: Bool
    var testDescription: String { "\(choice) terminal=\(isTerminal) \(environment)" }

    init(_ choice: ColorChoice, _ isTerminal: Bool, _ set: [String: String], _ expected: Bool) {
      self.choice = choice
      self.isTerminal = isTerminal
      environment = set
      self.expected = expected
    }
  }

  @Test(arguments: [
    Case(.auto, true, ["TERM": "xterm"], true),
    Case(.auto, false, ["TERM": "xterm"], false),
    Case(.auto, true, ["TERM": "dumb"], false),
    Case(.auto, true, [:], false),
    Case(.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    Case(.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
    Case(.auto, true, ["TERM": "xterm", "CLICOLOR": "0"], false),
    Case(.auto, false, ["CLICOLOR_FORCE": "1"], true),
    Case(.auto, false, ["CLICOLOR_FORCE": "0", "TERM": "xterm"], false),
    Case(.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    Case(.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
    Case(.never, true, ["CLICOLOR_FORCE": "1", "TERM": "xterm"], false),
  ])
  func decision(_ example: Case) {
    let decision = example.choice.usesColor(
      streamIsTerminal: example.isTerminal, environment: example.environment)
    #expect(decision == example.expected)
  }

  @Test("a palette without colour writes no escape sequence")
  func plainPalette() {
    #expect(Palette.plain.paint("done", .good) == "done")
    #expect(Palette(isColored: true).paint("done", .good) == "\u{1B}[32mdone\u{1B}[0m")
    #expect(Palette(isColored: true).paint("", .good) == "")
  }
}

@Suite("What a terminal can do")
struct TerminalCapabilitiesTests {
  static func terminal(
    _ environment: [String: String], size: TerminalSize? = nil
  ) -> TerminalCapabilities {
    TerminalCapabilities(
      inputIsTerminal: true, outputIsTerminal: true, errorIsTerminal: true,
      environment: environment, size: { size })
  }

  @Test(arguments: [
    (["LANG": "en_US.UTF-8"], true), (["LANG": "C"], false), ([:], false),
    (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false), (["LC_CTYPE": "C.utf8"], true),
    (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], true),
  ])
  func unicode(environment: [String: String], expected: Bool) {
    #expect(Self.terminal(environment).showsUnicode == expected)
    let symbols = Symbols.fitting(Self.terminal(environment))
    #expect(symbols == (expected ? .unicode : .ascii))
  }

  @Test("the size comes from the window, the width from COLUMNS if set, else 80 × 24")
  func size() {
    let window = TerminalSize(columns: 132, rows: 50)
    #expect(Self.terminal([:], size: window).size == window)
    #expect(Self.terminal(["COLUMNS": "60"], size: window).size.columns == 60)
    #expect(Self.terminal(["COLUMNS": "nonsense"], size: window).size.columns == 132)
    #expect(Self.terminal([:]).size == .standard)
  }

  @Test(arguments: [(["TERM": "xterm-256color"], true), (["TERM": "dumb"], false), ([:], false)])
  func cursor(environment: [String: String], expected: Bool) {
    #expect(Self.terminal(environment).movesCursor == expected)
  }

  @Test("every symbol of the ASCII set is ASCII, every spinner frame one cell")
  func symbols() {
    let ascii = Symbols.ascii
    let marks = [ascii.done, ascii.failed, ascii.skipped, ascii.pending, ascii.ellipsis]
    #expect((marks + ascii.spinner).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect((ascii.spinner + Symbols.unicode.spinner).allSatisfy { $0.displayWidth == 1 })
  }
}
