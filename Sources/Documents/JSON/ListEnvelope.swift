/// What a Kubernetes list holds beside its items.
public struct ListEnvelope: Sendable, Hashable {
  /// The list with an empty array in place of its items.
  public let value: Value
  /// How many items there were.
  public let itemCount: Int
  /// Whether the list had an array of items at all; false for another object, such as a Status.
  public let hasItems: Bool

  /// The version of the list's API, such as `v1`.
  public var apiVersion: String? { value["apiVersion"]?.string }

  /// The kind of the list, such as `ManagedClusterList`.
  public var kind: String? { value["kind"]?.string }

  /// The list's metadata; null when it has none.
  public var metadata: Value { value["metadata"] ?? .null }

  /// The version of the collection that the list shows, from which a watch can go on.
  public var resourceVersion: String? { metadata["resourceVersion"]?.string }

  /// What to send to get the next page; nil on the last one.
  public var continueToken: String? {
    metadata["continue"]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// How many items the pages after this one hold, when the server says so.
  public var remainingItemCount: Int? { metadata["remainingItemCount"]?.int }
}
