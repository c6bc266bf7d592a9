/// Lets flags that every command has stand before the command, as kubectl does: `mcctl --context hub status`.
enum LeadingOptions {
  /// Flags with a value that may stand first.
  static let valued: Set<String> = [
    "--kubeconfig", "--context", "--as", "--as-group", "--request-timeout", "--events",
    "--progress", "--color", "-v", "--verbosity", "-o", "--output",
  ]
  /// Flags without a value that may stand first.
  static let bare: Set<String> = ["-q", "--quiet", "--no-headers"]

  /// The words with such flags moved to the end, or before the first `--`.
  static func moved(behindCommandIn words: [String]) -> [String] {
    var leading = 0
    while leading < words.count, let length = optionLength(words[leading]) { leading += length }
    guard leading > 0, leading < words.count, !words[leading].hasPrefix("-") else { return words }
    let rest = words[leading...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end] + words[..<leading] + rest[end...])
  }

  /// How many words the flag takes up with its value; nil for anything else.
  private static func optionLength(_ word: String) -> Int? {
    if bare.contains(word) { return 1 }
    if valued.contains(word) { return 2 }
    let name = word.prefix { $0 != "=" }
    if name.count < word.count, valued.contains(String(name)) { return 1 }
    let isJoined = word.count > 2 && (word.hasPrefix("-o") || word.hasPrefix("-v"))
    return isJoined ? 1 : nil
  }
}
