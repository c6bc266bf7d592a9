import Documents
import Terminal
import Testing
import Workflows

@testable import McctlCommands

@Suite("Checks as they are printed")
struct CheckOutputTests {
  private static func result(
    _ id: String, _ category: CheckCategory, _ verdict: CheckVerdict, subject: String? = nil
  ) -> CheckResult {
    CheckResult(
      CheckArticle(id, category, "a title", meaning: "A meaning.", remedies: ["a remedy"]),
      subject: subject, verdict, duration: .milliseconds(1234))
  }

  private static let report = CheckReport(results: [
    result("hub.api", .access, CheckVerdict(.pass, "ready")),
    result("hub.clock", .access, CheckVerdict(.skip, "may not get \"x\"")),
    result(
      "fleet.addresses", .fleet,
      CheckVerdict(.warn, "two lack <one>", details: (1...12).map { "edge-\($0): no URL" })),
    result(
      "fleet.reachable", .fleet,
      CheckVerdict(.fail, "a & b\u{1B}[31m", details: ["edge-7"], next: ["mcctl status edge-7"])),
  ])

  @Test("for people, with details of what does not pass and what to do")
  func text() throws {
    let text = CheckText(palette: .plain, width: nil).text(Self.report) { _ in "hub (context hub)" }
    try Golden.compare(text, with: "check/text.txt")
    let narrow = CheckText(palette: .plain, width: 60).text(Self.report) { _ in "hub" }
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test("short: only what warns or fails")
  func short() {
    let text = CheckText(palette: .plain, width: nil).short(Self.report)
    #expect(
      text == """
        warn fleet.addresses: two lack <one>
        fail fleet.reachable: a & b^[[31m

        """)
  }

  @Test("JUnit, where warnings fail only when they are to")
  func junit() throws {
    try Golden.compare(CheckJUnit(threshold: .fail).text(Self.report), with: "check/junit.xml")
    let strict = CheckJUnit(threshold: .warn).text(Self.report)
    #expect(strict.contains("failures=\"2\""))
    #expect(!strict.unicodeScalars.contains("\u{1B}"))
  }

  @Test("the fields of JSON are fixed")
  func json() throws {
    try Golden.compare(
      JSON.text(Self.report.document, pretty: true) + "\n", with: "check/report.json")
  }

  @Test("a hub that is none: exit 3, the report on standard output, the failures on standard error")
  func exitCode() async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = FakeCluster()
    hub.answer(
      "/version",
      with: ["major": "1", "minor": "36", "gitVersion": "v1.36.0", "platform": "linux/amd64"])
    let result = await Trial(clusters: ["hub": hub])
      .run("check", "hub", "-o", "short", "--kubeconfig", kubeconfig.path)
    #expect(result.status == 3)
    #expect(result.output.contains("fail hub.ocm.installed"))
    #expect(result.error.contains("check.failed"))
    #expect(hub.writes.isEmpty)
    let json = await Trial(clusters: ["hub": hub])
      .run("check", "hub", "-o", "json", "--kubeconfig", kubeconfig.path)
    #expect(try JSON.decode(json.output)["kind"] == "CheckReport")
  }

  @Test("a right that is missing is named where the check is skipped")
  func forbidden() async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = ReadingCommandTests.hub()
    hub.answer("/version", with: ["major": "1", "minor": "36", "gitVersion": "v1.36.0"])
    hub.answer("/apis/work.open-cluster-management.io/", with: Samples.list([]))
    hub.answer("/apis/addon.open-cluster-management.io/", with: Samples.list([]))
    hub.answer(
      "/apis/coordination.k8s.io/v1/leases",
      with: [
        "kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Forbidden",
        "code": 403, "message": "no",
      ], status: 403)
    let result = await Trial(clusters: ["hub": hub]).run(
      "check", "hub", "-o", "jsonpath={.items[?(@.id==\"fleet.heartbeats\")].message}",
      "--kubeconfig", kubeconfig.path)
    #expect(result.output == "may not list leases.coordination.k8s.io")
  }

  @Test("one kubeconfig leads to one cluster; unknown formats are told with those there are")
  func usage() async throws {
    let two = await Trial().run("check", "cluster", "a", "b", "--cluster-context", "edge-7")
    #expect(two.status == 64)
    let format = await Trial().run("check", "hub", "-o", "xml")
    #expect(format.status == 64)
    #expect(format.error.contains("short, junit, table"))
  }

  @Test("a check is explained by its id")
  func explained() async {
    let result = await Trial().run("explain", "hub.ocm.components")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("hub.ocm.components: the hub's components run\n"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
