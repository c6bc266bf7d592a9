import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

extension Status {
  /// Follows the clusters: first every one as it stands, then each change of what a row says, until
  /// the caller stops. Heartbeats are no changes. Throws ``WorkflowError``.
  ///
  /// - Parameter awaiting: told once, when the watch has begun, which of the named clusters are not
  ///   there yet; without names, told an empty list when no cluster is there.
  public func changes(
    on hub: ClusterAccess, awaiting: @escaping @Sendable ([String]) -> Void = { _ in }
  ) -> AsyncThrowingStream<StatusChange, any Error> {
    AsyncThrowingStream { continuation in
      let task = Task {
        do {
          try await follow(hub.reader, awaiting) { continuation.yield($0) }
          continuation.finish()
        } catch {
          let explained = HubWithoutOCM.explaining(error, hub.connection)
          continuation.finish(throwing: WorkflowError(reading: hub, explained))
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func follow(
    _ hub: APIReader, _ awaiting: ([String]) -> Void, _ tell: (StatusChange) -> Void
  ) async throws {
    var options = WatchOptions(
      labelSelector: request.labelSelector, startsFromCache: !request.isConsistent)
    options.reduce = Self.withoutManagedFields
    let single = request.names.count == 1 ? request.names[0] : nil
    var rows: [String: StatusRow] = [:]
    var isFirst = true
    for try await event in hub.watch(.managedClusters, name: single, options) {
      switch event {
      case .initial(let objects):
        let present = objects.map(ManagedCluster.init).filter(isWanted)
        let names = Set(present.map(\.name))
        for name in rows.keys.sorted() where !names.contains(name) {
          rows[name] = nil
          tell(.removed(name: name))
        }
        for cluster in present.sorted(by: { $0.name < $1.name }) { note(cluster, &rows, tell) }
        let missing = request.names.filter { !names.contains($0) }
        if isFirst, names.isEmpty || !missing.isEmpty { awaiting(missing) }
        isFirst = false
      case .added(let object), .modified(let object):
        let cluster = ManagedCluster(object)
        if isWanted(cluster) { note(cluster, &rows, tell) }
      case .deleted(let object):
        let name = ManagedCluster(object).name
        if rows.removeValue(forKey: name) != nil { tell(.removed(name: name)) }
      case .bookmark: break
      }
    }
  }

  private func note(
    _ cluster: ManagedCluster, _ rows: inout [String: StatusRow], _ tell: (StatusChange) -> Void
  ) {
    let row = StatusRow(cluster, now: moment())
    if request.onlyUnregistered, row.isRegistered {
      // Its last row tells that it has come that far.
      if rows.removeValue(forKey: cluster.name) != nil { tell(.changed(row)) }
      return
    }
    defer { rows[cluster.name] = row }
    guard rows[cluster.name]?.document != row.document else { return }
    tell(.changed(row))
  }

  private func isWanted(_ cluster: ManagedCluster) -> Bool {
    request.names.isEmpty || request.names.contains(cluster.name)
  }

  private static let withoutManagedFields: @Sendable (Value) -> Value = { object in
    var object = object
    object.set(nil, at: "metadata", "managedFields")
    return object
  }
}
