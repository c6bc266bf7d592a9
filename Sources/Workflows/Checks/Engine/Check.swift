/// One question that is asked of a hub or of a managed cluster. It cannot change anything: what its
/// context gives it are readers.
///
/// To add a check, write one type beside the others, and name it in ``CheckCatalogue``; its page, its
/// place in the output and its `mcctl explain` follow from its article.
protocol Check<Context>: Sendable {
  /// What the check looks at with.
  associatedtype Context: CheckContext

  /// What there is to know about it.
  var article: CheckArticle { get }

  /// Ids of checks without whose passing (or warning) this one would say nothing new.
  var requires: [String] { get }

  /// Looks. A right that is missing, and a type that is not served, may simply be thrown: they make the
  /// check a skipped one. Anything else that is thrown makes it a failed one.
  func run(_ context: Context) async throws -> CheckVerdict
}

extension Check {
  /// Nothing is to be looked at where the first check of all fails.
  var requires: [String] { [Context.firstCheck] }
}

/// What checks of one kind look at.
protocol CheckContext: Sendable {
  /// The id of the check that all others take for granted.
  static var firstCheck: String { get }
}
