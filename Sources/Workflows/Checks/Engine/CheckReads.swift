import Documents
import KubernetesClient

/// Lists that several checks look at, read once.
actor CheckReads {
  /// Reads from the cluster.
  nonisolated let reader: APIReader
  private var lists: [Query: Task<[Value], any Error>] = [:]

  private struct Query: Hashable {
    let type: ResourceType
    let namespace: String?
    let options: ListOptions
    let isMetadata: Bool
  }

  init(_ reader: APIReader) { self.reader = reader }

  /// The objects of a type.
  func list(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> [Value] {
    let query = Query(type: type, namespace: namespace, options: options, isMetadata: false)
    let reader = reader
    return try await value(query) {
      try await reader.list(type, namespace: namespace, options).items
    }
  }

  /// The metadata of the objects of a type.
  func metadata(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> [Value] {
    let query = Query(type: type, namespace: namespace, options: options, isMetadata: true)
    let reader = reader
    return try await value(query) {
      try await reader.metadataList(type, namespace: namespace, options).items
    }
  }

  private func value(
    _ query: Query, _ read: @escaping @Sendable () async throws -> [Value]
  ) async throws -> [Value] {
    let task = lists[query] ?? Task { try await read() }
    lists[query] = task
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
