/// What `ssh` asks through `SSH_ASKPASS`, understood by its words (`sshconnect.c`, `sshconnect2.c`).
enum AskpassPrompt: Equatable {
  /// Whether to trust a key that is not known.
  case hostKey(keyType: String, fingerprint: String)
  /// The passphrase of a private key.
  case passphrase
  /// A password, by whatever words the host uses.
  case password
  /// Nothing is asked: an operator has to touch a security key.
  case notice

  /// - Parameter kind: `SSH_ASKPASS_PROMPT` of `ssh`'s environment: `confirm`, `none`, or not set.
  init(_ text: String, kind: String) {
    if let fingerprint = Self.word(after: "key fingerprint is ", in: text) {
      self = .hostKey(
        keyType: Self.word(before: " key fingerprint is ", in: text) ?? "unknown",
        fingerprint: fingerprint)
    } else if kind == "none" {
      self = .notice
    } else if text.hasPrefix("Enter passphrase for") || text.hasPrefix("Bad passphrase") {
      self = .passphrase
    } else {
      self = .password
    }
  }

  private static func word(after label: String, in text: String) -> String? {
    guard let range = text.firstRange(of: label) else { return nil }
    var word = text[range.upperBound...].prefix { !$0.isWhitespace }
    while word.hasSuffix(".") { word.removeLast() }
    return String(word)
  }

  private static func word(before label: String, in text: String) -> String? {
    guard let range = text.firstRange(of: label) else { return nil }
    return text[..<range.lowerBound].split(whereSeparator: \.isWhitespace).last.map(String.init)
  }
}
