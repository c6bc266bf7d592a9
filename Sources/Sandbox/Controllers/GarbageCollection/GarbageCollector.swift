import Documents
import Logging

/// Deletes objects whose owners are gone, and carries out foreground and orphan deletion
/// (kube-controller-manager, garbage collector).
struct GarbageCollector: Sendable {
  private let client: any ResourceClient
  private let catalog: KindCatalog
  private let graph = OwnershipGraph()
  private let pace: Pace
  private let logger: Logger

  init(client: any ResourceClient, catalog: KindCatalog, pace: Pace, logger: Logger) {
    self.client = client
    self.catalog = catalog
    self.pace = pace
    self.logger = logger
  }

  /// Runs until the task is cancelled.
  func run() async {
    let queue = WorkQueue()
    await withDiscardingTaskGroup { group in
      group.addTask { await queue.keepAppointments() }
      group.addTask { await queue.drain { uid in await process(uid, queue) } }
      group.addTask { await watchEverything(queue) }
    }
  }

  /// Follows the built-in types, and those of each definition from when it is established.
  private func watchEverything(_ queue: WorkQueue) async {
    await withDiscardingTaskGroup { group in
      var watched: Set<String> = []
      for kind in catalog.builtInKinds {
        group.addTask { await follow(kind, queue) }
      }
      for await event in client.watch(.customResourceDefinitions, nil) {
        let uid = event.object.objectUID
        guard event.type != "DELETED", let kind = KindCatalog.kinds(of: event.object).first,
          watched.insert(uid).inserted
        else { continue }
        group.addTask { await follow(kind, queue) }
      }
      group.cancelAll()
    }
  }

  private func follow(_ kind: Kind, _ queue: WorkQueue) async {
    for await event in client.watch(kind, nil) {
      for uid in await graph.observe(event.type, event.object, kind: kind) {
        await queue.add(uid)
      }
    }
  }

  private func process(_ uid: String, _ queue: WorkQueue) async {
    do {
      try await collect(uid)
    } catch is CancellationError {
      return
    } catch {
      if Task.isCancelled { return }
      logger.debug("garbage collector: \(uid): \(error)")
      await queue.add(uid, after: pace.longestRetry)
    }
  }

  private func collect(_ uid: String) async throws {
    guard let node = await graph.node(uid),
      let object = try await client.find(node.kind, node.name, node.namespace),
      object.objectUID == uid
    else { return }
    if object.isTerminating {
      try await finishDeletion(of: object, node)
    } else if !object.ownerReferences.isEmpty {
      try await settleOwnership(of: object, node)
    }
  }
}

// MARK: - Objects whose owners may be gone

extension GarbageCollector {
  private func settleOwnership(of object: Value, _ node: OwnershipGraph.Node) async throws {
    var solid: [Value] = []
    var blocked = false
    for reference in object.ownerReferences {
      switch try await state(of: reference, dependent: node) {
      case .present: solid.append(reference)
      case .waitingForDependents: blocked = true
      case .absent: break
      case .unknown: return
      }
    }
    if !solid.isEmpty {
      try await keepOnly(solid, on: object, node)
      return
    }
    // A dependent whose owner waits for it goes in the foreground itself when it has dependents.
    if blocked, await !graph.dependents(of: object.objectUID).isEmpty {
      try await client.addFinalizers(
        [PropagationFinalizer.foreground], to: node.kind, node.name, node.namespace)
    }
    try await client.ensureAbsent(node.kind, node.name, node.namespace)
  }

  private func keepOnly(
    _ owners: [Value], on object: Value, _ node: OwnershipGraph.Node
  ) async throws {
    guard owners.count < object.ownerReferences.count else { return }
    try await client.modify(node.kind, node.name, node.namespace) { current in
      guard current.objectUID == object.objectUID else { return }
      let left = current.ownerReferences.filter(owners.contains)
      current.set(left.isEmpty ? nil : .array(left), at: "metadata", "ownerReferences")
    }
  }

  private enum OwnerState { case present, waitingForDependents, absent, unknown }

  private func state(
    of reference: Value, dependent: OwnershipGraph.Node
  ) async throws -> OwnerState {
    guard let apiVersion = reference["apiVersion"]?.string, let kind = reference["kind"]?.string,
      let name = reference["name"]?.string, let uid = reference["uid"]?.string,
      let type = try await catalog.kind(apiVersion: apiVersion, kind: kind)
    else { return .unknown }
    // A cluster-scoped object cannot be owned by a namespaced one: such a reference is left alone.
    if type.namespaced, dependent.namespace == nil { return .unknown }
    let namespace = type.namespaced ? dependent.namespace : nil
    guard let owner = try await client.find(type, name, namespace), owner.objectUID == uid else {
      return .absent
    }
    let waits = owner.isTerminating && owner.finalizers.contains(PropagationFinalizer.foreground)
    return waits ? .waitingForDependents : .present
  }
}

// MARK: - Foreground and orphan deletion

extension GarbageCollector {
  private func finishDeletion(of object: Value, _ node: OwnershipGraph.Node) async throws {
    let dependents = await graph.dependents(of: object.objectUID)
    if object.finalizers.contains(PropagationFinalizer.orphan) {
      for (_, dependent) in dependents { try await orphan(dependent, owner: object.objectUID) }
      try await client.removeFinalizers(
        [PropagationFinalizer.orphan], from: node.kind, node.name, node.namespace)
    } else if object.finalizers.contains(PropagationFinalizer.foreground) {
      try await waitForDependents(dependents, of: object, node)
    }
  }

  private func orphan(_ dependent: OwnershipGraph.Node, owner: String) async throws {
    try await client.modify(dependent.kind, dependent.name, dependent.namespace) { object in
      let left = object.ownerReferences.filter { $0["uid"]?.string != owner }
      object.set(left.isEmpty ? nil : .array(left), at: "metadata", "ownerReferences")
    }
  }

  private func waitForDependents(
    _ dependents: [(uid: String, node: OwnershipGraph.Node)], of object: Value,
    _ node: OwnershipGraph.Node
  ) async throws {
    var blocking = false
    for (uid, dependent) in dependents {
      guard
        let current = try await client.find(
          dependent.kind, dependent.name, dependent.namespace), current.objectUID == uid
      else { continue }
      let reference = current.ownerReferences.first { $0["uid"]?.string == object.objectUID }
      if reference?["blockOwnerDeletion"]?.bool == true { blocking = true }
    }
    if !blocking {
      try await client.removeFinalizers(
        [PropagationFinalizer.foreground], from: node.kind, node.name, node.namespace)
    }
  }
}
