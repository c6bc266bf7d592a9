import Testing

@testable import McctlCommands

@Suite("Completion")
struct CompletionTests {
  /// What a shell sends for the word under the cursor, the last one.
  func complete(_ command: [String], _ flag: String, _ words: [String], hub: FakeCluster? = nil)
    async -> Trial.Result
  {
    var trial = Trial()
    if let hub { trial.clusters["hub"] = hub }
    let position = ["\(words.count - 1)", "\(words.last?.count ?? 0)"]
    return await trial.run(["---completion"] + command + ["--", flag] + position + words)
  }

  @Test("contexts come from the kubeconfig on the line")
  func contexts() async throws {
    let kubeconfig = try KubeconfigFile()
    let words = ["mcctl", "status", "--kubeconfig", kubeconfig.path, "--context", "e"]
    let result = await complete(["status"], "--context", words)
    #expect(result.status == 0)
    #expect(result.output == "edge-7\n")
  }

  @Test("names of clusters come from the hub")
  func clusters() async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = FakeCluster()
    hub.answer(ReadingCommandTests.api, with: Samples.table(["edge-7", "edge-8", "core"]))
    let words = ["mcctl", "status", "--kubeconfig=\(kubeconfig.path)", "ed"]
    let result = await complete(["status"], "positional@0", words, hub: hub)
    #expect(result.output == "edge-7\nedge-8\n")
    #expect(hub.requests.count == 1)
  }

  @Test("what goes wrong is kept quiet")
  func silent() async {
    let words = ["mcctl", "status", "--kubeconfig", "/nonexistent", "e"]
    let result = await complete(["status"], "positional@0", words)
    #expect(result.status == 0)
    #expect(result.output == "\n" || result.output == "")
    #expect(result.error == "")
  }

  @Test("every shell's script knows every command", arguments: CompletionCommand.Shell.allCases)
  func scripts(shell: CompletionCommand.Shell) async throws {
    let result = await Trial().run("completion", shell.rawValue)
    #expect(result.status == 0)
    for command in try CommandDescription.tree().subcommands {
      #expect(result.output.contains(command.path.last ?? "?"))
    }
    #expect(!result.output.contains(GenerateCommand.word))
  }
}
