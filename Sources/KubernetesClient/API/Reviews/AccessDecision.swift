/// The server's answer to ``AccessAttributes``.
public struct AccessDecision: Sendable, Hashable {
  /// What was asked.
  public let attributes: AccessAttributes
  /// Whether the caller may.
  public let isAllowed: Bool
  /// Why, as far as the authorizer says.
  public let reason: String
  /// What kept the authorizer from deciding properly, if anything did.
  public let evaluationError: String?

  /// Describes a decision.
  public init(
    attributes: AccessAttributes, isAllowed: Bool, reason: String = "",
    evaluationError: String? = nil
  ) {
    self.attributes = attributes
    self.isAllowed = isAllowed
    self.reason = reason
    self.evaluationError = evaluationError
  }
}
