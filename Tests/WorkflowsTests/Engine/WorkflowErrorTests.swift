import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct WorkflowErrorTests {
  private static let connection = ConnectionDescription(
    contextName: "hub", server: "https://hub.example")

  private static func context(_ message: String? = nil) -> RequestContext {
    var context = RequestContext(
      verb: "create", type: .secrets, namespace: "ns", name: "s", path: "/", connection: connection)
    context.message = message
    return context
  }

  @Test(arguments: [
    (
      KubernetesError.unauthorized(context("Unauthorized")), ErrorID.unauthorized,
      ExitCategory.authentication
    ),
    (
      .forbidden(
        Forbidden(user: "u", verb: "create", resource: "secrets", group: ""), context("no")),
      .forbidden, .authentication
    ),
    (.notFound(nil, context()), .objectNotFound, .notFound),
    (.conflict(context()), .objectConflict, .failed),
    (.server(webhook: "hook", context()), .webhookFailed, .failed),
    (.transport(.dns(host: "hub.example"), context()), .nameNotResolved, .failed),
    (
      .transport(.refused(host: "hub.example", port: 6443), context()), .unreachable, .failed
    ),
  ])
  func maps(error: KubernetesError, id: ErrorID, category: ExitCategory) {
    let mapped = WorkflowError(mapping: error)
    #expect(mapped.id == id)
    #expect(mapped.category == category)
    #expect(mapped.what.contains("create Secret ns/s"))
  }

  @Test("A selector that the server cannot read is wrongly used, not failed")
  func mapsSelectors() {
    var context = RequestContext(
      verb: "list", type: .managedClusters, path: "/", connection: Self.connection)
    context.message = "unable to parse requirement: found '', expected: in, notin, ="
    #expect(WorkflowError(mapping: KubernetesError.badRequest(context)).category == .usage)
    context.message = "continue parameter is not valid"
    #expect(WorkflowError(mapping: KubernetesError.badRequest(context)).category == .failed)
  }

  @Test func keepsTheServersWords() {
    let mapped = WorkflowError(mapping: KubernetesError.conflict(Self.context("the words")))
    #expect(mapped.why == "the words")
  }

  @Test func namesTheManagersOfAConflict() {
    let conflict = ApplyConflict(manager: "helm", field: ".spec.replicas", message: "")
    let mapped = WorkflowError(
      mapping: KubernetesError.applyConflict([conflict], Self.context()))
    #expect(mapped.id == .fieldConflict)
    #expect(mapped.why == ".spec.replicas is managed by helm")
  }

  @Test func hasAMachineForm() {
    var error = WorkflowError(id: .timedOut, category: .timedOut, what: "x", why: "y")
    error.done = ["a"]
    #expect(
      JSON.text(error.document)
        == #"{"id":"wait.timed-out","category":"timedOut","what":"x","why":"y","done":["a"],"next":[]}"#
    )
  }

  @Test func hasUniqueIDsThatMakeFileNames() {
    let ids = ErrorID.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" })
    }
  }
}
