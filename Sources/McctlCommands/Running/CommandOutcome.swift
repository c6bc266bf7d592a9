import Documents
import Terminal

/// What a command came to, in every form it can be printed in.
struct CommandOutcome: Sendable {
  /// What a person sees.
  enum HumanForm: Sendable {
    /// Rows; `wide` is for `-o wide`.
    case table(Table, wide: Table)
    /// Text that ends in a line feed.
    case text(String)
    /// Nothing, for what was printed while it ran.
    case nothing
  }

  /// What `-o json`, `yaml`, `jsonpath` and `custom-columns` show. A list is `{"kind": "List", "items": […]}`.
  var document: Value
  /// What is shown without `-o`, and with `-o table` and `wide`.
  var human: HumanForm
  /// What `-o name` shows, one a line.
  var names: [String]
  /// The exit status.
  var status: ExitStatus
  /// What is told after the result has been printed: parts that did not succeed.
  var failures: [UserFacingError]
  /// A line for a person under the result, on standard error and only when that is a terminal; nil for none.
  var closing: String?
  /// What the final event carries; nil for the document. Set where the document holds a secret.
  var eventDocument: Value?

  init(
    document: Value, human: HumanForm, names: [String] = [], status: ExitStatus = .done,
    failures: [UserFacingError] = [], eventDocument: Value? = nil
  ) {
    self.document = document
    self.human = human
    self.names = names
    self.status = status
    self.failures = failures
    self.eventDocument = eventDocument
  }
}
