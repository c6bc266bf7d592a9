import Documents
import FoundationEssentials

/// What came of one of several: a row of the result.
struct ResultRow<Product: Sendable>: Sendable {
  /// The ways one of several can end.
  enum Ending: Sendable {
    /// It did what it was to do, or found it done already.
    case done(Product)
    case failed(UserFacingError)
    /// It was not begun; in one sentence without a full stop, why not.
    case skipped(String)
  }

  /// The cluster, or whatever else there are several of.
  let name: String
  let ending: Ending
  /// How long it took; nil when it was not begun.
  var elapsed: Duration?

  /// What it came to, when it succeeded.
  var product: Product? {
    if case .done(let product) = ending { product } else { nil }
  }

  /// Why it did not succeed, when it was tried.
  var failure: UserFacingError? {
    if case .failed(let failure) = ending { failure } else { nil }
  }

  /// It was not begun.
  var isSkipped: Bool {
    if case .skipped = ending { true } else { false }
  }
}

extension ResultRow {
  /// The machine form: what it came to; of one that failed `{"name", "outcome": "failed", "error"}`, of one
  /// that was not begun `{"name", "outcome": "skipped", "reason"}`.
  func document(_ product: (Product) -> Value) -> Value {
    switch ending {
    case .done(let made): product(made)
    case .failed(let failure):
      ["name": .string(name), "outcome": "failed", "error": failure.document]
    case .skipped(let reason):
      ["name": .string(name), "outcome": "skipped", "reason": .string(reason)]
    }
  }
}
