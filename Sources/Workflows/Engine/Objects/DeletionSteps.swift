import Documents
import KubernetesClient
import OpenClusterManagement

/// Builds steps that make objects of one cluster go away.
struct DeletionSteps: Sendable {
  let reader: APIReader
  let location: ClusterLocation

  /// A step that deletes those of the objects that exist and, if asked to, waits until all are gone.
  func step(
    id: String, title: String, _ objects: [ObjectReference], waits: Bool
  ) -> Step {
    let changes = objects.map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    let needs = changes.flatMap { AccessNeed.needs(of: $0, method: .apply) }
    return Step(id: id, title: title, location: location, changes: changes, needs: needs) { step in
      let writes = try await delete(objects, step)
      if waits, step.mode.isPersistent { try await awaitGone(objects, step) }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// Deletes those of the objects that exist and are not on their way already; returns how many
  /// requests that took. The UID makes sure that only the object that was seen is deleted.
  func delete(_ objects: [ObjectReference], _ context: StepContext) async throws -> Int {
    let writer = try context.writer(location.side)
    var writes = 0
    for object in objects where try await delete(object, writer) { writes += 1 }
    return writes
  }

  private func delete(_ object: ObjectReference, _ writer: APIWriter) async throws -> Bool {
    try await Convergence.run {
      guard let present = try await reader.present(object), !present.isBeingDeleted else {
        return false
      }
      do {
        try await writer.delete(
          object.type, object.name, namespace: object.namespace,
          DeleteOptions(
            propagation: .background, uid: present.at("metadata", "uid")?.string))
        return true
      } catch KubernetesError.notFound {
        return false
      }
    }
  }

  /// Waits until none of the objects exists. One that was made anew under the same name counts as
  /// present.
  func awaitGone(
    _ objects: [ObjectReference], _ context: StepContext,
    explain: (@Sendable () async throws -> BlockingFact?)? = nil
  ) async throws {
    for object in objects {
      let source = WatchSource(
        key: "object", reader: reader, type: object.type, namespace: object.namespace,
        name: object.name)
      try await Wait<Void>(sources: [source], explain: explain) { objects in
        guard let present = objects["object"].first else { return .satisfied(()) }
        return .waiting(fact(object, present))
      }.run(context)
    }
  }

  private func fact(_ object: ObjectReference, _ present: Value) -> BlockingFact {
    let finalizers = present.finalizers
    let held = present.finalizerHolders.map(\.description).joined(separator: ", ")
    let message = present.conditionMessages.first
    let reason =
      finalizers.isEmpty
      ? message ?? "it is still there" : "held by \(held)\(message.map { ": \($0)" } ?? "")"
    return BlockingFact(
      goal: "\(object) to be gone", reason: reason, object: object, location: location,
      since: Timestamp.date(present.at("metadata", "deletionTimestamp")),
      inspect: object.inspectCommand(location.connection))
  }
}

extension ObjectReference {
  /// A kubectl command that shows the object.
  func inspectCommand(_ connection: ConnectionDescription) -> String {
    let place = namespace.map { " -n \($0)" } ?? ""
    return "kubectl \(connection.kubectlFlags)\(place) get \(type.qualifiedName) \(name) -o yaml"
  }
}

extension Value {
  /// True once deletion of the object was asked for.
  var isBeingDeleted: Bool {
    at("metadata", "deletionTimestamp")?.string != nil
  }

  /// What the True conditions of a terminating namespace, or a condition `Deleting`, say.
  var conditionMessages: [String] {
    (at("status", "conditions")?.array ?? []).filter { condition in
      let type = condition["type"]?.string ?? ""
      return type == "Deleting"
        || type.hasPrefix("Namespace") && condition["status"]?.string == "True"
    }.compactMap { $0["message"]?.string }.filter { !$0.isEmpty }
  }
}
