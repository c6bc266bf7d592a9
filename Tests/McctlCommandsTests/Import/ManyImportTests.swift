import Documents
import FoundationEssentials
import Testing

@testable import McctlCommands

@Suite("Importing many: what is asked for")
struct ManyImportTests {
  @Test(
    "patterns of contexts",
    arguments: [
      ("edge-*", "edge-1", true), ("edge-*", "edge-", true), ("edge-*", "my-edge-1", false),
      ("*", "anything", true), ("e?ge", "edge", true), ("e?ge", "edgge", false),
      ("*-1-*", "a-1-b-1-c", true), ("*-2", "a-2-2", true), ("*-2", "a-2-3", false),
      ("a*b*c", "abc", true), ("a*b*c", "ac", false), ("edge-*-*", "edge-1", false),
    ])
  func patterns(pattern: String, name: String, matches: Bool) throws {
    #expect(try #require(ContextPattern(pattern)).matches(name) == matches)
  }

  @Test("the name of one context is no pattern")
  func noPattern() {
    #expect(ContextPattern("edge-1") == nil)
  }

  static let items = """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"name": "a", "outcome": "registered"}, {"name": "b", "outcome": "failed", "error": {"id": "x"}},
      {"name": "c", "outcome": "skipped", "reason": "not begun"}, {"name": "d", "outcome": "unchanged"}]}
    """

  @Test("what a result has as done")
  func result() throws {
    #expect(try LastResult(parsing: Self.items, source: "r").done == ["a", "d"])
    #expect(
      try LastResult(parsing: "{\"name\": \"a\", \"outcome\": \"registered\"}", source: "r").done
        == ["a"])
  }

  @Test("the events of a run that was killed tell as much, a cut line or not")
  func events() throws {
    let lines = """
      {"v":1,"event":"begin"}
      {"v":1,"event":"row","subject":"a","state":"done","result":{"name":"a","outcome":"registered"}}
      {"v":1,"event":"row","subject":"b","state":"failed","result":{"name":"b","outcome":"failed"}}
      {"v":1,"event":"row","subject":"c","state":"done","result":{"name":"c","outc
      """
    #expect(try LastResult(parsing: lines, source: "e").done == ["a"])
  }

  @Test("what is no result is refused", arguments: ["", "no", "{}", "[1]", "edge-1\nedge-2\n"])
  func noResult(text: String) {
    let failure = #expect(throws: UserFacingError.self) {
      try LastResult(parsing: text, source: "r.json")
    }
    #expect(failure?.status == .usage)
    #expect(failure?.what.contains("--retry-failed") == true)
  }

  @Test(
    "what does not go together is said before anything is asked",
    arguments: [
      (["-f", "x", "-l", "a=b"], "exclude each other"),
      (["-l", "a=b", "edge-1"], "-l and names"),
      (["a", "b", "--cluster-context", "c"], "--cluster-context is for one cluster"),
      (["a", "b", "--mode", "manual", "-o", "x"], "stands in a fleet file"),
      (["-f", "x", "--label", "a=b"], "--label does not go with -f"),
      (["-f", "x", "--image-registry", "r.local/ocm"], "--image-registry does not go with -f"),
      (["-f", "x", "--retry-failed", "r", "--events", "r"], "would overwrite"),
      (["-f", "x", "--max-failures", "0"], "--max-failures"),
      (["-f", "x", "--parallel", "0"], "--parallel"),
      ([], "name a cluster, or a fleet file"),
    ])
  func usage(words: [String], says: String) async {
    let result = await Trial().run(["import"] + words)
    #expect(result.status == 64)
    #expect(result.error.contains(says), "\(result.error)")
  }

  @Test("contexts that are no names for clusters are refused together with what to do")
  func contextNames() async throws {
    let file = try KubeconfigFile()
    let hub = FakeCluster()
    var trial = Trial(clusters: ["hub": hub])
    trial.environment["KUBECONFIG"] = file.path
    let none = await trial.run("import", "--cluster-context", "other-*")
    #expect(none.status == 64)
    #expect(none.error.contains("no context matches other-*"))
    #expect(none.error.contains("edge-7, hub"))
    #expect(hub.requests.isEmpty)
  }

  @Test("names from standard input: one a line, a bad one with its line")
  func names() async throws {
    let file = try KubeconfigFile()
    var trial = Trial(answers: ["edge-7 # north\n\nEdge_8\n"], clusters: ["hub": FakeCluster()])
    trial.environment["KUBECONFIG"] = file.path
    let result = await trial.run("import", "-")
    #expect(result.status == 64)
    #expect(result.error.contains("standard input:"))
    #expect(result.error.contains("Edge_8"))
  }
}
