import Documents

/// Masks secrets in what is logged and in what servers say.
enum Redaction {
  /// Whether what is being sent and answered is about Secrets. A merge patch of one does not say so
  /// itself, so its values could not be told from harmless ones.
  @TaskLocal static var concernsSecrets = false

  /// The text with its secrets masked.
  static func masked(_ text: String) -> String {
    Masking.masked(text: text, isSecret: concernsSecrets)
  }
}
