import KubernetesClient
import Synchronization
import Testing

@testable import Workflows

/// A context with nothing to look at.
private struct EmptyContext: CheckContext {
  static let firstCheck = "test.first"
}

/// A check that ends as it is told.
private struct ScriptedCheck: Check {
  typealias Context = EmptyContext

  let article: CheckArticle
  let requires: [String]
  let outcome: @Sendable () throws -> CheckVerdict

  init(
    _ id: String, requires: [String] = ["test.first"],
    _ outcome: @escaping @Sendable () throws -> CheckVerdict = { .pass("fine") }
  ) {
    article = CheckArticle(id, .access, id, meaning: "A test.", remedies: ["none"])
    self.requires = requires
    self.outcome = outcome
  }

  func run(_ context: EmptyContext) async throws -> CheckVerdict { try outcome() }
}

@Suite("Making checks")
struct CheckRunnerTests {
  private func run(_ checks: [ScriptedCheck]) async throws -> [CheckResult] {
    try await CheckRunner(checks: checks, context: EmptyContext(), subject: "c1") { _ in }.run()
  }

  private static let context = RequestContext(
    verb: "list", type: .leases, namespace: "c1", path: "/",
    connection: ConnectionDescription(contextName: "hub", server: "https://hub", user: nil))

  @Test(
    "one that needs another comes after it, wherever it stands, and is skipped when that failed")
  func order() async throws {
    let results = try await run([
      ScriptedCheck("test.third", requires: ["test.second"]),
      ScriptedCheck("test.second") { .fail("broken") },
      ScriptedCheck("test.fourth", requires: ["test.first"]) { .warn("hm") },
      ScriptedCheck("test.fifth", requires: ["test.fourth"]),
      ScriptedCheck("test.first", requires: []),
    ])
    #expect(results.map(\.verdict.level) == [.skip, .fail, .warn, .pass, .pass])
    #expect(results[0].verdict.message == "not looked at, since test.second failed")
    #expect(results.allSatisfy { $0.subject == "c1" })
  }

  @Test("checks that need each other, or one that does not exist, are made all the same")
  func circle() async throws {
    let results = try await run([
      ScriptedCheck("test.a", requires: ["test.b"]), ScriptedCheck("test.b", requires: ["test.a"]),
      ScriptedCheck("test.c", requires: ["test.nowhere"]),
    ])
    #expect(results.map(\.verdict.level) == [.pass, .pass, .pass])
  }

  @Test("a right that is missing is named, a type that is not served is told, anything else fails")
  func errors() async throws {
    let results = try await run([
      ScriptedCheck("test.first", requires: []),
      ScriptedCheck("test.right") {
        throw KubernetesError.forbidden(
          Forbidden(user: "u", verb: "list", resource: "leases", group: "coordination.k8s.io"),
          Self.context)
      },
      ScriptedCheck("test.type") {
        throw KubernetesError.resourceTypeMissing(.leases, Self.context)
      },
      ScriptedCheck("test.server") { throw KubernetesError.server(webhook: nil, Self.context) },
      ScriptedCheck("test.other") { throw NoClusterManager() },
    ])
    #expect(results.map(\.verdict.level) == [.pass, .skip, .skip, .fail, .fail])
    #expect(
      results[1].verdict.message == "may not list leases.coordination.k8s.io in namespace c1")
    #expect(results[2].verdict.message == "the server does not serve leases.coordination.k8s.io")
    #expect(results[4].verdict.message == "there is no ClusterManager on the hub")
  }

  @Test("whoever watches is told each check's beginning and end")
  func progress() async throws {
    let told = Mutex<[String]>([])
    let runner = CheckRunner(
      checks: [ScriptedCheck("test.first", requires: []), ScriptedCheck("test.second")],
      context: EmptyContext(), subject: nil
    ) { progress in
      told.withLock { told in
        switch progress {
        case .planned(let articles, _): told.append("planned \(articles.count)")
        case .started(let article, _): told.append("started \(article.id)")
        case .finished(let result): told.append("finished \(result.article.id)")
        }
      }
    }
    _ = try await runner.run()
    #expect(
      told.withLock { $0 } == [
        "planned 2", "started test.first", "finished test.first", "started test.second",
        "finished test.second",
      ])
  }
}
