import Testing

@testable import McctlCommands

/// Command lines that make no sense: a message that says why, exit code 64, and not one request.
@Suite("Usage errors")
struct UsageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ line: String, _ message: String) {
      words = line.split(separator: " ").map(String.init)
      self.message = message
    }
  }

  @Test(arguments: [
    Case("sttus", "there is no command 'mcctl sttus'. Did you mean 'mcctl status'?"),
    Case(
      "get clutsers", "there is no command 'mcctl get clutsers'. Did you mean 'mcctl get clusters'?"
    ),
    Case("status --wacth", "Unknown option '--wacth'. Did you mean '--watch'?"),
    Case("status --contxt hub", "Unknown option '--contxt'. Did you mean '--context'?"),
    Case("import", "name a cluster, or a fleet file with -f"),
    Case("import edge-7", "name the managed cluster with --cluster-kubeconfig"),
    Case(
      "import edge-7 --cluster-context e --timeout 5", "The value '5' is invalid for '--timeout"),
    Case("import edge-7 --cluster-context e --dry-run=cleint", "\"cleint\" is no dry-run mode"),
    Case("import edge-7 --cluster-context e --ocm-version 1.3", "1.3"),
    Case(
      "import edge-7 --cluster-context e --feature-gate Nonsense=true",
      "feature gate \"Nonsense\" is unknown"),
    Case(
      "import edge-7 --cluster-context e --feature-gate ResourceCleanup=true", "ResourceCleanup"),
    Case("import edge-7 --cluster-context e --agent-mode Hosted", "needs --agent-kubeconfig"),
    Case("import edge-7 --cluster-context e --label region", "'region' is invalid"),
    Case("import edge-7 --cluster-context e --credential-validity 5m", "10m or more"),
    Case("import edge-7 --cluster-context e --toleration a:b:c", "a:b:c"),
    Case("accept", "Missing expected argument '<names> ...'"),
    Case("accept a b --request csr-1", "--request is for one cluster at a time"),
    Case("delete", "name a cluster, or choose clusters with -l or -f"),
    Case("delete a -l x=y", "-l and names exclude each other"),
    Case("delete -l x=y -f fleet.yaml", "-l and -f exclude each other"),
    Case("delete -l x=y --cluster-context e", "for one cluster at a time only"),
    Case("delete a --lost --hub-only", "--lost is --hub-only and --force-finalizers already"),
    Case("delete a --cleanup-script f", "--cleanup-script needs --lost or --hub-only"),
    Case("delete a --explain --detach", "--explain and --detach exclude each other"),
    Case("delete a --detach --purge-namespace", "--detach deletes nothing"),
    Case("delete a --works keep", "The value 'keep' is invalid for '--works"),
    Case("delete a b --cluster-context e", "for one cluster at a time only"),
    Case("delete a --hub-only --cluster-context e", "exclude each other"),
    Case("delete a --force-finalizers", "--force-finalizers needs --hub-only"),
    Case("delete a --hub-only --purge-namespace --keep-namespace", "exclude each other"),
    Case("delete works web", "Missing expected argument '--cluster"),
    Case("apply --cluster a --work w", "Missing expected argument '--filename"),
    Case("apply -f - -f - --cluster a --work w", "standard input can be read once only"),
    Case("status -o xml", "\"xml\" is no output format; possible are table, wide, json"),
    Case("status -o jsonpath={.a", "jsonpath template"),
    Case("status -o custom-columns=NAME", "custom column \"NAME\""),
    Case("status a -l x=y", "not both"),
    Case("status --watch --wait-for registered", "exclude each other"),
    Case("status --watch --events -", "--watch needs standard output"),
    Case("status --as-group admins", "--as-group needs --as"),
    Case("status -v 11", "a number from 0 to 10"),
    Case("status --progress fancy", "'fancy' is invalid"),
    Case("token create a --validity 1m", "10m or more"),
    Case("token create a --events -", "would put the credential among the events"),
    Case("completion tcsh", "'tcsh' is invalid"),
    Case("init --operator-replicas 0", "1 or more"),
  ])
  func rejected(_ example: Case) async {
    let result = await Trial().run(example.words)
    #expect(result.status == 64)
    #expect(result.error.contains(example.message), "\(result.error)")
    #expect(result.error.hasPrefix("error: "))
    #expect(result.output == "")
  }

  @Test("names are checked before any connection is made")
  func names() async throws {
    let kubeconfig = try KubeconfigFile()
    let long = String(repeating: "a", count: 64)
    for name in ["Edge", "edge_7", "-edge", long, "kube-system", "default"] {
      for words in [
        ["accept", name], ["status", name], ["delete", name, "--yes"], ["token", "create", name],
      ] {
        let result = await Trial().run(words + ["--kubeconfig", kubeconfig.path])
        guard name.hasPrefix("-") == false else { continue }
        #expect(result.status == 64)
        #expect(result.error.contains("name.invalid-cluster"), "\(words): \(result.error)")
      }
    }
  }

  @Test("with -o json the error is one line of JSON")
  func json() async {
    for words in [["sttus", "-o", "json"], ["status", "-ojson", "--wacth"]] {
      let result = await Trial().run(words)
      #expect(result.status == 64)
      #expect(result.error.hasPrefix(#"{"error":{"id":"usage","exitCode":64,"what":""#))
      #expect(result.error.contains("Did you mean"))
      #expect(result.error.split(separator: "\n").count == 1)
    }
  }

  @Test("environment variables are checked like the flags they stand for")
  func environment() async throws {
    for (name, value) in [
      ("MCCTL_OUTPUT", "xml"), ("MCCTL_PROGRESS", "fancy"), ("MCCTL_COLOR", "blue"),
      ("MCCTL_VERBOSITY", "loud"),
    ] {
      var trial = Trial()
      trial.environment[name] = value
      let result = await trial.run("version")
      #expect(result.status == 64)
      #expect(result.error.contains("environment variable \(name)"))
    }
  }

  @Test("a flag wins over its environment variable")
  func precedence() async {
    var trial = Trial()
    trial.environment["MCCTL_OUTPUT"] = "json"
    let result = await trial.run("version", "-o", "name")
    #expect(result.output == "mcctl/\(ProgramVersion.current)\n")
  }

  @Test("mcctl alone prints help, and so do commands that only group others")
  func helpWithoutWords() async {
    for words in [[], ["get"], ["token"]] {
      let result = await Trial().run(words)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("OVERVIEW: "))
      #expect(result.error == "")
    }
  }

  @Test("--version says what the command says")
  func versionFlag() async {
    let flag = await Trial().run("--version")
    let command = await Trial().run("version")
    #expect(flag.output == command.output)
  }
}
