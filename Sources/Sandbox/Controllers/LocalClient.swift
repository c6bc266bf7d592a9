import Documents

/// A client in the same process as its server: no network, every right, the same path as HTTP
/// requests otherwise.
struct LocalClient: ResourceClient {
  let cluster: ClusterState
  /// Recorded in managedFields as the writer.
  let manager: String

  private var registry: Registry { Registry(cluster: cluster) }

  private var context: WriteContext {
    WriteContext(
      user: UserInfo(
        name: "system:\(manager)", groups: ["system:masters", "system:authenticated"]),
      manager: manager, fieldValidation: .ignore)
  }

  private func target(_ k: Kind, _ name: String, _ namespace: String?, _ subresource: String? = nil)
    throws(APIFailure) -> ObjectTarget
  {
    guard let definition = cluster.catalog.definition(k) else { throw .noSuchResource }
    return ObjectTarget(
      definition: definition, namespace: namespace, name: name, subresource: subresource)
  }

  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value {
    try registry.stored(target(k, name, namespace)).value
  }

  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    let definition = try target(k, "", namespace).definition
    let request = ListRequest(labels: try LabelSelector(labelSelector ?? ""))
    return try registry.list(definition, namespace: namespace, request).objects.map(\.value)
  }

  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    let definition = try target(k, "", namespace).definition
    guard definition.isStored else {
      return try ReviewHandler(cluster: cluster, definition: definition).review(object, context)
    }
    return try registry.create(definition, namespace: namespace, object, context)
  }

  func update(_ k: Kind, _ object: Value, _ namespace: String?, subresource: String?)
    async throws -> Value
  {
    let name = object.at("metadata", "name")?.string ?? ""
    return try registry.update(target(k, name, namespace, subresource), object, context).object
  }

  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value {
    try registry.modify(target(k, name, namespace, subresource), context) {
      current throws(APIFailure) in
      Registry.Change(object: MergePatch.apply(merge, to: current))
    }
  }

  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws {
    var options = DeleteOptions()
    options.propagation = .background
    _ = try registry.delete(target(k, name, namespace), options, context)
  }

  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    let resource = ResourceKey(group: k.group, plural: k.plural)
    let (stream, continuation) = AsyncStream<(type: String, object: Value)>.makeStream()
    let store = cluster.store
    // From this very moment on, so that what happens before anybody reads is not missed.
    let first = store.watch(resource)
    let pump = Task {
      var (snapshot, watch) = first
      // A watch ends when its resource goes away; it begins anew as long as somebody listens.
      while true {
        for object in snapshot.objects where namespace == nil || object.key.namespace == namespace {
          continuation.yield(("ADDED", object.value))
        }
        for await case .event(let event) in watch.signals
        where namespace == nil || event.object.key.namespace == namespace {
          continuation.yield((event.change.name, event.object.value))
        }
        store.endWatch(watch.id)
        guard !Task.isCancelled else { return }
        (snapshot, watch) = store.watch(resource)
      }
    }
    continuation.onTermination = { _ in pump.cancel() }
    return stream
  }
}

extension StoreEvent.Change {
  /// The change as watches name it.
  var name: String {
    switch self {
    case .added: "ADDED"
    case .modified: "MODIFIED"
    case .deleted: "DELETED"
    }
  }
}
