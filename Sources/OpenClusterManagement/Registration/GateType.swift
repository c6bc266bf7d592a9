/// The rules for the condition type that a readiness gate names.
///
/// It is the `type` of an entry of a ManagedCluster's `status.conditions`, so the API server holds
/// it to the pattern and length of `metav1.Condition` (Kubernetes apimachinery, meta/v1).
public enum GateType {
  /// The most characters a condition's type may have.
  public static let maximumLength = 316

  /// Conditions that OCM and mcctl set themselves: they count without being gates.
  static let taken: Set<String> = [
    Names.ConditionType.hubAccepted, Names.ConditionType.joined, Names.ConditionType.available,
    Names.ConditionType.clockSynced, Names.ConditionType.certificateRotated,
    Names.ConditionType.deleting, Names.ConditionType.registered,
  ]

  /// Checks a type before it is made a gate, or a condition of that type is set.
  public static func validate(_ type: String) throws(GateTypeError) {
    guard !type.isEmpty, type.utf8.count <= maximumLength else { throw .badLength(type) }
    let parts = type.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last, isName(name) else { throw .malformed(type) }
    if parts.count == 2, !isDomain(parts[0]) { throw .malformed(type) }
    guard !taken.contains(type) else { throw .taken(type) }
  }

  /// `[a-z0-9]([-a-z0-9]*[a-z0-9])?` between full stops.
  private static func isDomain(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      label.utf8.allSatisfy { isDigit($0) || isLower($0) || $0 == UInt8(ascii: "-") }
        && isBounded(label) && label == label.lowercased()
    }
  }

  /// `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`.
  private static func isName(_ text: Substring) -> Bool {
    isBounded(text)
      && text.utf8.allSatisfy {
        isLetterOrDigit($0) || "-_.".utf8.contains($0)
      }
  }

  private static func isBounded(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isLetterOrDigit(first) && isLetterOrDigit(last)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLower(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}

/// Why a text cannot be a gate.
public enum GateTypeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Empty, or more than 316 characters.
  case badLength(String)
  /// Not of the form `Name` or `domain/Name`.
  case malformed(String)
  /// OCM or mcctl sets that condition, and it counts anyway.
  case taken(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .badLength(let type):
      type.isEmpty
        ? "a gate needs the type of a condition"
        : "gate \"\(type.prefix(40))…\" has \(type.utf8.count) characters; "
          + "at most \(GateType.maximumLength) are possible"
    case .malformed(let type):
      "gate \"\(type)\" is no type of a condition, such as BackupReady or example.com/BackupReady"
    case .taken(let type):
      "\(type) is a condition of Open Cluster Management or mcctl itself, and counts without a gate"
    }
  }
}
