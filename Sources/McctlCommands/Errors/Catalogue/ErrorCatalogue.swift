/// Every kind of failure there is, explained.
enum ErrorCatalogue {
  /// All articles, by id.
  static let articles: [ErrorArticle] =
    (cluster + access + kubeconfig + object + hub + importing + bundles + creating + changing
    + deleting + gateway
    + handingOut + run + ssh + hosts
    + commandLine).sorted { $0.id < $1.id }

  /// The article with an id.
  static func article(_ id: String) -> ErrorArticle? {
    articles.first { $0.id == id }
  }
}
