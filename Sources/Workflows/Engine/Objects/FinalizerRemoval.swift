import Documents
import KubernetesClient

/// Takes finalizers off an object: only the named ones, and only if the object is still as it was read.
struct FinalizerRemoval: Sendable {
  let writer: APIWriter

  /// Returns how many requests changed something. Reads again when somebody wrote in between; an object
  /// that is gone has no finalizers.
  func remove(
    _ finalizers: Set<String>, from object: Value, _ type: ResourceType
  ) async throws -> Int {
    guard let reference = ObjectReference(object, type: type) else { return 0 }
    var object = object
    for attempt in 0... {
      let present = object.at("metadata", "finalizers")?.array ?? []
      let kept = present.filter { !finalizers.contains($0.string ?? "") }
      guard kept.count < present.count else { return 0 }
      var patch: Value = .null
      patch.set(.array(kept), at: "metadata", "finalizers")
      patch.set(object.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      do {
        _ = try await writer.patch(
          type, reference.name, namespace: reference.namespace, .merge(patch))
        return 1
      } catch KubernetesError.notFound {
        return 0
      } catch let error as KubernetesError where error.isRace && attempt < 5 {
        guard let fresh = try await writer.reader.present(reference) else { return 0 }
        object = fresh
      }
    }
    return 0
  }
}
