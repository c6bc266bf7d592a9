import Documents
import KubernetesClient
import Terminal
import Testing
import Workflows

@testable import McctlCommands

@Suite("Errors as they are printed")
struct ErrorLayoutTests {
  static let hub = ClusterLocation(
    side: .hub,
    connection: ConnectionDescription(contextName: "hub", server: "https://hub.example:6443"))

  static let full = UserFacingError(
    WorkflowError(
      id: .timedOut, category: .timedOut,
      what: "timed out after 10m waiting for edge-7 to be registered",
      location: hub,
      why:
        "Deployment open-cluster-management-agent/klusterlet: ImagePullBackOff: registry.local/ocm:1.3 not found",
      done: ["mint a join credential", "install the agent"],
      next: [
        "kubectl --context edge-7 -n open-cluster-management-agent describe pods",
        "run the same command again to go on waiting",
      ]))

  @Test("all parts, as wide as they are in a pipe, wrapped on a terminal")
  func layout() throws {
    try Golden.compare(
      ErrorLayout(.plain, width: nil).text(Self.full), with: "errors/full.txt")
    let narrow = ErrorLayout(.plain, width: 60).text(Self.full)
    try Golden.compare(narrow, with: "errors/full-60-columns.txt")
  }

  @Test("parts that are not known are left out")
  func sparse() {
    let error = UserFacingError(.usage, status: .usage, what: "no")
    #expect(
      ErrorLayout(.plain, width: nil).text(error)
        == "error: no\n  id      usage   (mcctl explain usage)\n")
  }

  @Test("colour and layout do not depend on each other")
  func color() {
    let text = ErrorLayout(Palette(isColored: true), width: nil).text(Self.full)
    #expect(text.hasPrefix("\u{1B}[31merror:\u{1B}[0m timed out"))
  }

  @Test("what a server says cannot forge lines of the error")
  func hostile() {
    let error = UserFacingError(
      .usage, status: .usage, what: "a\u{1B}[2J\nerror: forged", why: "x\u{1B}]0;title\u{07}")
    let text = ErrorLayout(.plain, width: nil).text(error)
    #expect(!text.contains("\u{1B}"))
    #expect(text.hasPrefix("error: a^[[2J error: forged\n"))
  }

  @Test("the machine form has the same fields, in one line")
  func json() throws {
    let text = ErrorReport.json(Self.full)
    #expect(!text.contains("\n"))
    let document = try JSON.decode(text)
    let error = try #require(document["error"]?.object)
    #expect(Array(error.keys) == ["id", "exitCode", "what", "where", "why", "done", "next"])
    #expect(document.at("error", "where", "context") == "hub")
  }
}
