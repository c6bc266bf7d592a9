import ArgumentParser
import Terminal
import Testing

@testable import McctlCommands

@Suite("The command tree")
struct CommandTreeTests {
  @Test("all commands of this release are there, and no other")
  func names() {
    let names = CommandTree.leaves.map { $0.path.dropFirst().joined(separator: " ") }.sorted()
    #expect(
      names == [
        "accept", "apply", "bundle create", "bundle images", "bundle inspect", "bundle verify",
        "check bundle", "check cluster", "check hosts", "check hub", "completion", "create",
        "delete clusters", "delete works", "diff", "explain", "gate add", "gate list",
        "gate remove", "gate set", "get clusters", "get works", "import",
        "init", "scale", "status", "token create", "token list", "token revoke", "upgrade",
        "version",
      ])
  }

  @Test("a command says in a sentence what it does", arguments: CommandTree.commands)
  func abstract(command: CommandDescription) {
    #expect(command.abstract.hasSuffix("."))
    #expect(command.abstract.count <= 80)
    #expect(command.synopsis.hasPrefix(command.path.joined(separator: " ")))
  }

  @Test(
    "a command has examples that fit a line and that the parser takes",
    arguments: CommandTree.leaves)
  func examples(command: CommandDescription) async throws {
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      #expect(example.command.count <= 78)
      #expect(!example.purpose.hasSuffix("."))
      let line = example.command.split(separator: " | ").last ?? ""
      let words = line.split(separator: ">")[0].split(separator: " ").map(String.init)
      #expect(words.first == "mcctl")
      let parsed = try await Mcctl.asyncParseAsRoot(Array(words.dropFirst()))
      #expect(parsed is any McctlCommand)
    }
  }

  @Test("a command has a manual page and a page in the reference", arguments: CommandTree.commands)
  func pages(command: CommandDescription) throws {
    let paths = CommandTree.files.map(\.path)
    #expect(paths.contains("docs/man/\(command.pageName).1"))
    #expect(paths.contains("docs/reference/\(command.pageName).md"))
  }

  @Test("every flag says what it is for", arguments: CommandTree.commands)
  func flags(command: CommandDescription) {
    for argument in command.arguments {
      #expect(!argument.abstract.isEmpty, "\(argument.synopsis) of \(command.pageName)")
    }
  }

  @Test("the same flag means the same everywhere")
  func consistency() {
    let shared = CommandTree.leaves.flatMap(\.arguments).filter { !$0.isPositional }
    let exceptions: Set<String> = ["--wait", "--cluster", "--request", "--output", "--image"]
    for (names, flags) in Dictionary(grouping: shared, by: \.names)
    where exceptions.isDisjoint(with: names) {
      #expect(Set(flags.map(\.valueName)).count == 1, "\(names)")
    }
  }

  @Test("every command that changes something can be asked not to", arguments: CommandTree.leaves)
  func dryRun(command: CommandDescription) {
    let reading: Set<String> = [
      "bundle images", "bundle inspect", "bundle verify", "check bundle", "check cluster",
      "check hosts", "check hub", "completion", "diff", "explain", "gate list",
      "get clusters", "get works", "status", "token list", "version",
    ]
    let isReading = reading.contains(command.path.dropFirst().joined(separator: " "))
    #expect(command.arguments.contains { $0.names.contains("--dry-run") } == !isReading)
  }

  @Test("what is written in roff is not taken for requests or escapes")
  func roff() throws {
    for command in CommandTree.commands {
      let lines = ManualPage(command).text.split(separator: "\n")
      let requests = lines.filter { $0.hasPrefix(".") }
      #expect(
        requests.allSatisfy {
          [".\\\"", ".TH", ".SH", ".PP", ".TP", ".nf", ".fi", ".RS", ".RE"].contains(
            $0.prefix { !$0.isWhitespace })
        })
      #expect(lines.allSatisfy { !$0.hasPrefix("'") })
    }
  }
}
