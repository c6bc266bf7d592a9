import Documents
import KubernetesClient
import Testing
import Workflows

@testable import McctlCommands

@Suite("Several outcomes as one")
struct OutcomeTests {
  static func success(_ name: String) -> Result<CommandOutcome, UserFacingError> {
    .success(
      CommandOutcome(
        document: ["name": .string(name)], human: .text("\(name) done\n"), names: [name]))
  }

  static func failure(_ status: McctlCommands.ExitStatus) -> Result<CommandOutcome, UserFacingError>
  {
    .failure(UserFacingError(.usage, status: status, what: "no"))
  }

  @Test("one alone is itself")
  func single() throws {
    #expect(try CommandOutcome.combining([Self.success("a")]).document == ["name": "a"])
    #expect(throws: UserFacingError.self) { try CommandOutcome.combining([Self.failure(.refused)]) }
  }

  @Test("all, some, none")
  func several() throws {
    let all = try CommandOutcome.combining([Self.success("a"), Self.success("b")])
    #expect(all.status == .done)
    #expect(all.names == ["a", "b"])
    let some = try CommandOutcome.combining([Self.success("a"), Self.failure(.refused)])
    #expect(some.status == .partial)
    #expect(some.failures.count == 1)
    let none = try CommandOutcome.combining([Self.failure(.notFound), Self.failure(.refused)])
    #expect(none.status == .notFound)
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
