/// A command's manual page, in roff's man macros (groff_man(7)).
struct ManualPage {
  private let command: CommandDescription

  /// - Parameter command: what the page is about.
  init(_ command: CommandDescription) {
    self.command = command
  }

  /// `mcctl-import.1`.
  var fileName: String { command.pageName + ".1" }

  /// The page; it has no date, so that the same program always makes the same page.
  var text: String {
    var lines = [
      ".\\\" Made from the command tree by mcctl itself.",
      ".TH \(Self.escaped(command.pageName.uppercased())) 1 \"\" "
        + "\"mcctl \(ProgramVersion.current)\" \"mcctl manual\"",
      ".SH NAME",
      "\(Self.escaped(command.pageName)) \\- \(Self.escaped(summary))",
      ".SH SYNOPSIS",
      "\\fB\(Self.escaped(command.path.joined(separator: " ")))\\fR "
        + Self.escaped(synopsisTail),
    ]
    lines += description + positionals + options + subcommands + examples + exitStatus + seeAlso
    return lines.map { $0 + "\n" }.joined()
  }

  /// The abstract as the NAME section wants it: without a full stop.
  private var summary: String {
    command.abstract.hasSuffix(".") ? String(command.abstract.dropLast()) : command.abstract
  }

  private var synopsisTail: String {
    String(command.synopsis.dropFirst(command.path.joined(separator: " ").count + 1))
  }

  private var description: [String] {
    let paragraphs = command.discussion.split(separator: "\n\n").map(String.init)
    let texts = paragraphs.isEmpty ? [command.abstract] : paragraphs
    return [".SH DESCRIPTION"]
      + texts.flatMap { text -> [String] in
        guard text.hasPrefix("$ ") else { return [".PP"] + Self.lines(text) }
        return [".PP", ".nf"] + Self.lines(text) + [".fi"]
      }
  }

  private var positionals: [String] {
    guard !command.positionals.isEmpty else { return [] }
    return [".SH ARGUMENTS"] + command.positionals.flatMap(entry)
  }

  private var options: [String] {
    command.sections.flatMap { section in
      [".SH \(section.title.uppercased())"] + section.arguments.flatMap(entry)
    }
  }

  private func entry(_ argument: ArgumentDescription) -> [String] {
    let names = argument.names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
    let value = argument.valueName.isEmpty ? "" : "\\fI\(Self.escaped(argument.valueName))\\fR"
    return [".TP", [names, value].filter { !$0.isEmpty }.joined(separator: " ")]
      + Self.lines(argument.explanation)
  }

  private var subcommands: [String] {
    guard !command.subcommands.isEmpty else { return [] }
    return [".SH COMMANDS"]
      + command.subcommands.flatMap { child in
        [
          ".TP", "\\fB\(Self.escaped(child.path.dropFirst().joined(separator: " ")))\\fR",
          Self.escaped(child.abstract),
        ]
      }
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    return [".SH EXAMPLES"]
      + command.examples.flatMap { example in
        [
          ".PP", Self.escaped(example.purpose.capitalizedFirst) + ":", ".PP", ".nf", ".RS 4",
          Self.escaped("$ \(example.command)"), ".RE", ".fi",
        ]
      }
  }

  private var exitStatus: [String] {
    [".SH EXIT STATUS"]
      + ExitStatus.allCases.flatMap {
        [".TP", "\\fB\($0.rawValue)\\fR", Self.escaped($0.meaning.capitalizedFirst + ".")]
      }
  }

  private var seeAlso: [String] {
    var names = command.subcommands.map(\.pageName)
    if command.path.count > 1 {
      names.insert(command.path.dropLast().joined(separator: "-"), at: 0)
    }
    return [".SH SEE ALSO"]
      + [names.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ", ")]
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { escaped(String($0)) }
  }

  /// Backslashes and hyphens mean something to roff, and so do full stops and quotes at the beginning of a line.
  private static func escaped(_ text: String) -> String {
    var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "…": result += "..."
      case "–": result += "\\(en"
      default: result.append(character)
      }
    }
    return result
  }
}
