import Testing

@testable import Workflows

@Suite("The catalogue of checks")
struct CheckCatalogueTests {
  @Test("ids are unique, also among errors, and all of one form")
  func ids() {
    let ids = CheckCatalogue.articles.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: ErrorID.allCases.map(\.rawValue)))
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z]+(\.[a-z]+(-[a-z]+)*)+/) != nil })
    #expect(Set(BundleVerification.titles.keys) == Set(CheckCatalogue.bundle.map(\.id)))
  }

  @Test("every check says what it is about, when it does not pass, and what to do then")
  func articles() {
    for article in CheckCatalogue.articles {
      #expect(article.warns != nil || article.fails != nil, "\(article.id)")
      #expect(!article.remedies.isEmpty, "\(article.id)")
      #expect(article.meaning.hasSuffix("."), "\(article.id)")
      #expect(!article.title.hasSuffix("."), "\(article.id)")
      for text in [article.warns, article.fails].compactMap(\.self) {
        #expect(text.hasSuffix("."), "\(article.id): \(text)")
      }
    }
  }

  @Test("what a check needs is a check of the same kind")
  func requirements() {
    let hub = Set(CheckCatalogue.hub.map(\.article.id))
    #expect(CheckCatalogue.hub.flatMap(\.requires).allSatisfy(hub.contains))
    let cluster = Set(CheckCatalogue.cluster.map(\.article.id))
    #expect(CheckCatalogue.cluster.flatMap(\.requires).allSatisfy(cluster.contains))
    let host = Set(CheckCatalogue.host.map(\.article.id))
    #expect(CheckCatalogue.host.flatMap(\.requires).allSatisfy(host.contains))
  }

  @Test("checks of one category stand together")
  func grouping() {
    for categories in [
      CheckCatalogue.hub.map(\.article.category), CheckCatalogue.cluster.map(\.article.category),
      CheckCatalogue.host.map(\.article.category),
    ] {
      let groups = categories.reduce(into: [CheckCategory]()) { if $0.last != $1 { $0.append($1) } }
      #expect(Set(groups).count == groups.count)
    }
  }
}
