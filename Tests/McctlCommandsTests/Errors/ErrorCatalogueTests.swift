import Testing
import Workflows

@testable import McctlCommands

@Suite("The catalogue of errors")
struct ErrorCatalogueTests {
  @Test("explains every kind of failure, and nothing else")
  func complete() {
    let ids = ErrorID.allCases.map(\.rawValue) + CommandErrorID.allCases.map(\.rawValue)
    #expect(Set(ErrorCatalogue.articles.map(\.id)) == Set(ids))
    #expect(ErrorCatalogue.articles.count == ids.count)
  }

  @Test("says what to do in every case", arguments: ErrorCatalogue.articles)
  func useful(article: ErrorArticle) {
    #expect(!article.remedies.isEmpty)
    #expect(!article.title.hasSuffix("."))
    #expect(article.meaning.hasSuffix("."))
    #expect(article.status != .done)
    let lines = ErrorPage(article).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("is printed by explain")
  func explained() async throws {
    let result = await Trial().run("explain", "wait.timed-out")
    #expect(result.status == 0)
    try Golden.compare(result.output, with: "explain/wait.timed-out.txt")
    let list = await Trial().run("explain", "-o", "name")
    #expect(
      list.output.split(separator: "\n").count
        == ErrorCatalogue.articles.count + CheckCatalogue.articles.count)
  }

  @Test("an unknown id is told with the nearest one")
  func unknown() async {
    let result = await Trial().run("explain", "wait.timedout")
    #expect(result.status == 8)
    #expect(result.error.contains("did you mean wait.timed-out?"))
  }

  @Test("exit codes are what the design says")
  func exitCodes() async throws {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 8, 64, 129, 130, 143])
    let result = await Trial().run("explain", "exit-codes")
    try Golden.compare(result.output, with: "explain/exit-codes.txt")
  }
}
