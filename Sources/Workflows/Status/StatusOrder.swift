import FoundationEssentials

/// What rows are sorted by; those that lack it come last, and equal ones by name.
public enum StatusOrder: String, Sendable, Hashable, CaseIterable {
  /// The name.
  case name
  /// Those that are not registered first.
  case registered
  /// The oldest record first.
  case age
  /// The oldest Kubernetes version first, by its numbers.
  case version
  /// What holds clusters back.
  case reason
  /// What has been so for longest first.
  case since
  /// The exclusive cluster set.
  case clusterset
  /// The longest silent first; reads the leases.
  case heartbeat

  /// The rows in this order.
  public func sorted(_ rows: [StatusRow]) -> [StatusRow] {
    switch self {
    case .name: rows.sorted { $0.name < $1.name }
    case .registered: rows.sorted(by: key { $0.isRegistered ? 1 : 0 })
    case .age: rows.sorted(by: key(\.created))
    case .version: rows.sorted(by: key { VersionKey($0.version) })
    case .reason: rows.sorted(by: key { $0.blocker?.reason })
    case .since: rows.sorted(by: key { $0.blocker?.since })
    case .clusterset: rows.sorted(by: key(\.clusterSet))
    case .heartbeat: rows.sorted(by: key(\.lastHeartbeat))
    }
  }

  private func key<Key: Comparable>(
    _ key: @escaping (StatusRow) -> Key?
  ) -> (StatusRow, StatusRow) -> Bool {
    { one, other in
      switch (key(one), key(other)) {
      case (let left?, let right?): left == right ? one.name < other.name : left < right
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): one.name < other.name
      }
    }
  }
}

/// A version by its numbers, `v1.9` before `v1.10`; nil for texts without any.
private struct VersionKey: Comparable {
  let numbers: [Int]
  let text: String

  init?(_ version: String?) {
    guard let version else { return nil }
    text = version
    numbers = version.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
      .split(separator: ".").compactMap { Int($0) }
    if numbers.isEmpty { return nil }
  }

  static func < (left: VersionKey, right: VersionKey) -> Bool {
    left.numbers == right.numbers
      ? left.text < right.text : left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
