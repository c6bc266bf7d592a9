public import Documents
import KubernetesClient

/// What a cluster on its machines is to become, and from what the hub keeps of it that was worked out.
public struct ChangeIntent: Sendable, Hashable {
  /// The description of the cluster as it shall be.
  public let document: Value
  /// What the hub kept of the cluster.
  public let origin: ClusterOrigin
  /// Whether it is what somebody declares, which is left as it is to the letter; what an operator wants becomes the
  /// description that the hub keeps.
  public let isDeclared: Bool

  /// Reads what the hub keeps now, and refuses to go on where that is not what the change was worked out from.
  func current(
    _ name: String, _ change: ClusterChange, _ hub: APIReader
  ) async throws -> ClusterOrigin {
    let now = try await ClusterOrigin.read(name, hub)
    guard let now, isCurrent(now, change) else {
      throw ChangeRefusal.stale(name: name, change: change)
    }
    return now
  }

  /// As it was, or begun by an earlier look of the same operation, or done by it.
  func isCurrent(_ now: ClusterOrigin, _ change: ClusterChange) -> Bool {
    let isAsItWas =
      now.present == origin.present && now.change == origin.change
      && now.changes == origin.changes && (isDeclared || now.document == origin.document)
    let isBegun = now.change?.number == change.number && now.present == document
    let isDone = now.change == nil && now.changes == change.number && now.applied == document
    return isAsItWas || isBegun || isDone
  }
}
