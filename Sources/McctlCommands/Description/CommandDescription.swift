import ArgumentParser
import Documents

/// A command with everything help says about it: read from the parser's own dump, so that manual pages and the
/// reference cannot say anything else than the parser does.
struct CommandDescription: Sendable {
  /// The words, the program's name first.
  let path: [String]
  /// One line, ended by a full stop.
  let abstract: String
  /// Paragraphs, without the examples.
  let discussion: String
  /// How it is typed: `mcctl accept NAME... [options]`.
  let synopsis: String
  /// How it is called; empty for commands that only group others.
  let examples: [About.Example]
  /// Other words for the last one.
  let aliases: [String]
  /// The command below it that is meant when none is named.
  let defaultSubcommand: String?
  /// Positional arguments, options and flags, in the order of declaration.
  let arguments: [ArgumentDescription]
  /// The commands below it.
  let subcommands: [CommandDescription]

  /// The whole tree, made once; nil only if the parser's dump were not what it is documented to be.
  static let root = try? tree()

  /// The whole tree, as the parser describes it now.
  static func tree() throws(DocumentError) -> CommandDescription {
    let dump = try JSON.decode(Mcctl._dumpHelp())
    return CommandDescription(dump["command"] ?? .null, type: Mcctl.self, parents: [])
  }

  private init(_ dump: Value, type: any ParsableCommand.Type, parents: [String]) {
    let about = (type as? any McctlCommand.Type)?.about
    let path = parents + [type._commandName]
    self.path = path
    abstract = type.configuration.abstract
    synopsis = type.configuration.usage ?? path.joined(separator: " ")
    discussion = about?.discussion ?? type.configuration.discussion
    examples = about?.examples ?? []
    defaultSubcommand = dump["defaultSubcommand"]?.string
    aliases = type.configuration.aliases
    arguments = Self.pairing((dump["arguments"]?.array ?? []).map(ArgumentDescription.init))
    let dumps = dump["subcommands"]?.array ?? []
    subcommands = type.configuration.subcommands.compactMap { child in
      dumps.first { $0["commandName"] == .string(child._commandName) }
        .map { CommandDescription($0, type: child, parents: path) }
    }
  }

  /// Flags that switch something on and off are two arguments to the parser and one to a reader.
  private static func pairing(_ arguments: [ArgumentDescription]) -> [ArgumentDescription] {
    arguments.reduce(into: []) { paired, argument in
      if let pair = paired.last?.joined(with: argument) {
        paired[paired.count - 1] = pair
      } else {
        paired.append(argument)
      }
    }
  }

  /// The command and all below it, parents first.
  var all: [CommandDescription] { [self] + subcommands.flatMap(\.all) }

  /// The words with hyphens between, as manual pages are named: `mcctl-token-create`.
  var pageName: String { path.joined(separator: "-") }

  /// The arguments by section, in the order of help: the command's own first, the global ones last.
  var sections: [(title: String, arguments: [ArgumentDescription])] {
    var titles: [String] = []
    for argument in arguments where !argument.isPositional && !titles.contains(argument.section) {
      titles.append(argument.section)
    }
    let ordered =
      titles.filter { $0 == ArgumentDescription.ownSection }
      + titles.filter {
        ![ArgumentDescription.ownSection, ArgumentDescription.globalSection].contains($0)
      }
      + titles.filter { $0 == ArgumentDescription.globalSection }
    return ordered.map { title in
      (title, arguments.filter { !$0.isPositional && $0.section == title })
    }
  }

  /// The positional arguments.
  var positionals: [ArgumentDescription] { arguments.filter(\.isPositional) }
}
