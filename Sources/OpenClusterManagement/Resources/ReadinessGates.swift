/// The condition types that must be True before a cluster counts as registered, beyond OCM's own.
///
/// They work as a Pod's readiness gates do: whoever looks after a gate sets the condition of that
/// type on the ManagedCluster's status. The list stands in the annotation
/// `mcctl.dev/readiness-gates`, comma separated.
public struct ReadinessGates: Sendable, Hashable {
  /// Condition types in the order they were added, each once.
  public private(set) var types: [String]

  /// Gates from the annotation's text; nil or blank means none.
  public init(annotation: String?) {
    types = []
    for part in (annotation ?? "").split(separator: ",") {
      add(String(part.trimmingSpaces()))
    }
  }

  /// Adds a gate at the end, unless it is there already or blank.
  public mutating func add(_ type: String) {
    guard !type.isEmpty, !types.contains(type) else { return }
    types.append(type)
  }

  /// Takes a gate away; nothing happens when it is not there.
  public mutating func remove(_ type: String) {
    types.removeAll { $0 == type }
  }

  /// The annotation's text; nil when there is no gate, so that the annotation goes away.
  public var annotation: String? { types.isEmpty ? nil : types.joined(separator: ",") }
}

extension Substring {
  /// The text without the white space around it.
  func trimmingSpaces() -> Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
