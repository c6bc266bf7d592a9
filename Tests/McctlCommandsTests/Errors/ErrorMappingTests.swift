import Documents
import KubernetesClient
import Terminal
import Testing
import Workflows

@testable import McctlCommands

@Suite("How errors are mapped")
struct ErrorMappingTests {
  static let place = DocumentError(
    "did not find expected key", source: "/etc/kube.yaml", line: 3, column: 7)

  struct Case: Sendable, CustomTestStringConvertible {
    let error: any Error & Sendable
    let id: String
    let status: McctlCommands.ExitStatus
    let text: String
    var testDescription: String { id }

    init(
      _ error: any Error & Sendable, _ id: String, _ status: McctlCommands.ExitStatus,
      _ text: String
    ) {
      self.error = error
      self.id = id
      self.status = status
      self.text = text
    }
  }

  @Test(arguments: [
    Case(KubeconfigError.fileNotFound(path: "/x"), "kubeconfig.missing", .failed, "/x"),
    Case(
      KubeconfigError.noConfiguration(searched: ["/a", "/b"]), "kubeconfig.missing", .failed,
      "/a, /b"),
    Case(
      KubeconfigError.unreadable(path: "/x", reason: "permission denied"), "kubeconfig.unreadable",
      .failed, "permission denied"),
    Case(KubeconfigError.invalid(place), "kubeconfig.invalid", .failed, "/etc/kube.yaml:3:7"),
    Case(
      KubeconfigError.unsupported(field: "auth-provider", at: place), "kubeconfig.unsupported",
      .failed, "auth-provider"),
    Case(
      KubeconfigError.noCurrentContext(available: ["a"], sources: ["/x"]), "kubeconfig.no-context",
      .failed, "contexts are: a"),
    Case(
      KubeconfigError.unknownContext("hbu", available: ["hub", "edge"], sources: ["/x"]),
      "kubeconfig.unknown-context", .failed, "did you mean \"hub\"?"),
    Case(
      KubeconfigError.missingUser("u", context: "c", available: [], at: place),
      "kubeconfig.incomplete", .failed, "user \"u\""),
    Case(
      KubeconfigError.expiredClientCertificate(
        subject: "CN=a", expiredAt: "2026-01-01T00:00:00Z", at: place), "kubeconfig.certificate",
      .authentication, "2026-01-01"),
    Case(
      TerminalError.cannotWrite(target: "standard output", reason: "No space left on device"),
      "output.unwritable", .failed, "No space left on device"),
    Case(TerminalError.cannotAsk(question: "sure?"), "confirmation.needed", .refused, "--yes"),
    Case(
      EventLogFailure(
        target: "e.jsonl",
        reason: .cannotWrite(target: "e.jsonl", reason: "No space left on device")),
      "events.unwritable", .failed, "e.jsonl: No space left"),
    Case(
      TransportError.invalidURL("nonsense", reason: "no scheme"), "cluster.unreachable", .failed,
      "no scheme"),
    Case(
      WorkflowError(id: .forbidden, category: .authentication, what: "cannot list"),
      "access.forbidden", .authentication, "cannot list"),
  ])
  func mapping(_ example: Case) {
    let error = UserFacingError(mapping: example.error)
    #expect(error.id == example.id)
    #expect(error.status == example.status)
    let text = ErrorLayout(.plain, width: nil).text(error)
    #expect(text.contains(example.text), "\(text)")
  }

  @Test("every category has an exit status of its own meaning")
  func categories() {
    let statuses = ExitCategory.allCases.map { McctlCommands.ExitStatus($0).rawValue }
    #expect(statuses == [1, 2, 3, 4, 5, 6, 8, 64, 130])
  }

  @Test("a signal is told as such, with what had been done")
  func stopped() {
    var failure = UserFacingError(WorkflowError(mapping: CancellationError()))
    failure.done = ["install the agent"]
    let error = UserFacingError.stopped(by: .terminate, during: failure)
    #expect(error.status == .terminated)
    #expect(error.done == ["install the agent"])
    #expect(error.next == ["run the same command again: it goes on where it stopped"])
  }
}
