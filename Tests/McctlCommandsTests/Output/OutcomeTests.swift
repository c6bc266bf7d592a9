import Documents
import KubernetesClient
import Testing
import Workflows

@testable import McctlCommands

@Suite("Several outcomes as one")
struct OutcomeTests {
  static func success(_ name: String) -> ResultRow<CommandOutcome> {
    ResultRow(
      name: name,
      ending: .done(
        CommandOutcome(
          document: ["name": .string(name)], human: .text("\(name) done\n"), names: [name])))
  }

  static func failure(
    _ name: String, _ status: McctlCommands.ExitStatus
  ) -> ResultRow<CommandOutcome> {
    ResultRow(
      name: name, ending: .failed(UserFacingError(.usage, status: status, what: "no rights")))
  }

  static func skipped(_ name: String) -> ResultRow<CommandOutcome> {
    ResultRow(name: name, ending: .skipped("not begun"))
  }

  @Test("all, some, none: 0, 6, and what all failed of")
  func statuses() {
    #expect(CommandOutcome([Self.success("a"), Self.success("b")]).status == .done)
    #expect(CommandOutcome([Self.success("a"), Self.failure("b", .refused)]).status == .partial)
    #expect(CommandOutcome([Self.success("a"), Self.skipped("b")]).status == .partial)
    let alike = [Self.failure("a", .refused), Self.failure("b", .refused)]
    #expect(CommandOutcome(alike).status == .refused)
    #expect(CommandOutcome(alike + [Self.skipped("c")]).status == .refused)
    let unlike = [Self.failure("a", .notFound), Self.failure("b", .refused)]
    #expect(CommandOutcome(unlike).status == .failed)
  }

  @Test("every one has its row, in every form, and what failed carries its id")
  func rows() throws {
    let outcome = CommandOutcome([
      Self.success("a"), Self.failure("b", .refused), Self.skipped("c"),
    ])
    let items = outcome.document["items"]?.array ?? []
    let names = items.map { $0["name"]?.string }
    #expect(names == ["a", "b", "c"])
    #expect(items[1].at("error", "id") == "usage")
    #expect(items[2]["reason"] == "not begun")
    #expect(
      outcome.document["summary"]
        == ["total": 3, "succeeded": 1, "failed": 1, "skipped": 1])
    #expect(outcome.names == ["a"])
    guard case .text(let text) = outcome.human else {
      Issue.record("there is no text")
      return
    }
    #expect(
      text == "a done\nb failed: no rights\nc skipped: not begun\n")
  }

  @Test("a plan as people read it")
  func plan() {
    let hub = ErrorLayoutTests.hub
    let cluster = ClusterLocation(
      side: .managed, name: "edge-7",
      connection: ConnectionDescription(contextName: "edge-7", server: "https://edge-7:6443"))
    let namespace = ObjectReference(type: .namespaces, name: "edge-7")
    let secret = ObjectReference(type: .secrets, namespace: "a", name: "b")
    let steps = [
      StepSummary(
        id: "record", title: "write the record", location: hub,
        changes: [
          PlannedChange(location: hub, object: namespace, action: .create),
          PlannedChange(
            location: hub, object: secret, action: .update,
            lines: Difference.lines(from: ["spec": ["a": 1]], to: ["spec": ["a": 2]])),
        ]),
      StepSummary(
        id: "agent", title: "install", location: cluster,
        changes: [
          PlannedChange(location: cluster, object: namespace, action: .unchanged),
          PlannedChange(
            location: cluster, object: secret, action: .notPermitted, note: "no rights"),
        ]),
    ]
    #expect(
      PlanText(showsFields: true).text(steps) == """
        hub (context hub, https://hub.example:6443)
          create        Namespace edge-7
          update        Secret a/b
              spec:
            -   a: 1
            +   a: 2
        managed cluster edge-7 (context edge-7, https://edge-7:6443)
          unchanged     Namespace edge-7
          not permitted Secret a/b   (no rights)

        """)
    #expect(PlanText(showsFields: false).text([]) == "nothing to do\n")
  }
}
