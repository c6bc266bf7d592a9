import Documents
import KubernetesClient

/// Takes finalizers off an object: only the named ones, and only if the object is still as it was read.
struct FinalizerRemoval: Sendable {
  let writer: APIWriter

  /// Returns how many requests changed something. Only the object that was seen is touched: one made
  /// anew under its name keeps its finalizers, and one that is gone has none.
  func remove(
    _ finalizers: Set<String>, from object: Value, _ type: ResourceType
  ) async throws -> Int {
    guard let reference = ObjectReference(object, type: type) else { return 0 }
    return try await Convergence.run {
      guard let fresh = try await writer.reader.present(reference),
        fresh.at("metadata", "uid") == object.at("metadata", "uid")
      else { return 0 }
      let present = fresh.at("metadata", "finalizers")?.array ?? []
      let kept = present.filter { !finalizers.contains($0.string ?? "") }
      guard kept.count < present.count else { return 0 }
      var patch: Value = .null
      patch.set(.array(kept), at: "metadata", "finalizers")
      patch.set(fresh.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      do {
        _ = try await writer.patch(
          type, reference.name, namespace: reference.namespace, .merge(patch))
        return 1
      } catch KubernetesError.notFound {
        return 0
      }
    }
  }
}
