import Documents

/// Takes credentials out of sealer's output: it logs the join token and the certificate key, and a command that failed
/// with all of its environment (sealer 0.8 to 0.11).
public struct Redaction: Sendable {
  /// What is known to be secret: passwords that were used.
  private let secrets: [String]

  /// Beside what can be recognised, takes out these.
  public init(secrets: [String] = []) {
    self.secrets = secrets.filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// The words after which a secret stands, up to the next blank.
  private static let flags = [
    "--token ", "--token=", "--certificate-key ", "--certificate-key=", "--discovery-token ",
    "certificate key: ", "certificateKey: ", "passwd: ", "passwd=", "password: ", "password=",
    "pkPasswd: ", "--passwd ", "--passwd=", "--pk-passwd ", "--pk-passwd=", "identified by ",
  ]

  /// The line without credentials.
  public func line(_ line: String) -> String {
    var text = line
    for secret in secrets where text.contains(secret) {
      text = text.replacing(secret, with: Masking.mask)
    }
    for flag in Self.flags { text = Self.masked(after: flag, in: text) }
    text = Self.maskedExports(in: text)
    return Masking.masked(text: text)
  }

  private static func masked(after flag: String, in text: String) -> String {
    guard text.contains(flag) else { return text }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: flag) {
      result += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      let quote = rest.first.flatMap { "\"'".contains($0) ? $0 : nil }
      let value = quote.map { quote in rest.dropFirst().prefix { $0 != quote }.count + 2 }
      rest = rest.dropFirst(value ?? rest.prefix { !$0.isWhitespace && $0 != "," }.count)
      result += Masking.mask
    }
    return result + rest
  }

  /// `export NAME="value";` in front of a command that failed.
  private static func maskedExports(in text: String) -> String {
    guard text.contains("export ") else { return text }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: "export ") {
      result += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let value = rest[name.endIndex...]
      guard !name.isEmpty, value.hasPrefix("=\"") else { continue }
      result += name + "=\"" + Masking.mask + "\""
      rest = value.dropFirst(2).drop { $0 != "\"" }.dropFirst()
    }
    return result + rest
  }
}
