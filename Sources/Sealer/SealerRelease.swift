/// A version of sealer, and what can be done with it.
public struct SealerRelease: Sendable, Hashable, CustomStringConvertible {
  /// As sealer prints it, without the leading v: `0.9.4-beta2`.
  public let description: String
  /// The number after `0.`; sealer has not got further.
  public let minor: Int

  /// The newest that mcctl knows.
  public static let newest = SealerRelease(description: "0.11.0", minor: 11)
  /// The versions of whose flags and output mcctl knows enough.
  public static let known = 8...11

  /// Reads `v0.11.0`, `0.9.4-beta2`, or the whole of what `sealer version` prints; nil for anything else.
  public init?(_ text: String) {
    var word = text.trimmingBlanks()
    if word.hasPrefix("{") {
      guard let name = word.firstRange(of: "\"gitVersion\":\"") else { return nil }
      word = String(word[name.upperBound...].prefix { $0 != "\"" })
    }
    if word.hasPrefix("v") { word.removeFirst() }
    let parts = word.prefix { $0 != "-" && $0 != "+" }.split(separator: ".")
    guard parts.count >= 2, parts[0] == "0", let minor = Int(parts[1]),
      word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    description = word
    self.minor = minor
  }

  private init(description: String, minor: Int) {
    self.description = description
    self.minor = minor
  }

  /// Whether mcctl knows its flags and its output.
  public var isKnown: Bool { Self.known.contains(minor) }
  /// `run -f CLUSTERFILE` came with 0.9; before, `apply -f` creates.
  var runsClusterfile: Bool { minor >= 9 }
  /// `--ignore-cache` came with 0.10; 0.9 always copies anew.
  var hasIgnoreCache: Bool { minor >= 10 }
  /// `delete --prune` came with 0.9, where it is the default.
  var hasPrune: Bool { minor >= 9 }
  /// `upgrade -f CLUSTERFILE` came after 0.9.0.
  var upgradesClusterfile: Bool { minor >= 10 }
  /// `spec.dataRoot` came with 0.11.
  public var hasDataRoot: Bool { minor >= 11 }

  /// Where it keeps the Clusterfile of the cluster that it has created.
  ///
  /// - Parameter cluster: the name in the Clusterfile.
  public func statePath(cluster: String) -> String {
    minor >= 9 ? "/root/.sealer/Clusterfile" : "/root/.sealer/\(cluster)/Clusterfile"
  }
}

extension String {
  /// The text without blanks and line feeds at both ends.
  func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
