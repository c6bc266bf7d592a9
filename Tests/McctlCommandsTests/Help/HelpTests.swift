import Terminal
import Testing

@testable import McctlCommands

@Suite("Help")
struct HelpTests {
  @Test("every command's help, in 80 columns", arguments: CommandTree.commands.map(\.path))
  func golden(path: [String]) async throws {
    let result = await Trial().run(Array(path.dropFirst()) + ["--help"])
    #expect(result.status == 0)
    #expect(result.error == "")
    let tooLong = result.output.split(separator: "\n").filter { String($0).displayWidth > 80 }
    #expect(tooLong.isEmpty)
    try Golden.compare(result.output, with: "help/\(path.joined(separator: "-")).txt")
  }

  @Test("help fits a narrow terminal")
  func narrow() async {
    let trial = Trial(isTerminal: true, columns: 60)
    let result = await trial.run("status", "--help")
    let prose = result.output.split(separator: "\n").filter { !$0.hasPrefix("$") }
    #expect(prose.allSatisfy { String($0).displayWidth <= 60 })
  }

  @Test("the flags that are the same everywhere are shown when asked for")
  func hidden() async {
    let brief = await Trial().run("status", "--help")
    let full = await Trial().run("status", "--help-hidden")
    #expect(!brief.output.contains("--kubeconfig"))
    #expect(full.output.contains("GLOBAL OPTIONS:"))
    #expect(full.output.contains("--kubeconfig"))
  }
}
