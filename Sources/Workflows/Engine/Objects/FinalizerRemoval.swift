import Documents
import KubernetesClient

/// Takes finalizers off an object: only the named ones, and only if the object is still the one that was read.
struct FinalizerRemoval: Sendable {
  let writer: APIWriter

  /// Returns how many requests changed something. One made anew under its name keeps its finalizers, and one that
  /// is gone has none.
  func remove(
    _ finalizers: Set<String>, from object: Value, _ type: ResourceType
  ) async throws -> Int {
    guard let reference = ObjectReference(object, type: type) else { return 0 }
    return try await Convergence.run {
      guard let fresh = try await writer.reader.present(reference),
        fresh.at("metadata", "uid") == object.at("metadata", "uid")
      else { return 0 }
      let patch = Self.patch(removing: finalizers, from: fresh)
      guard !patch.isEmpty else { return 0 }
      do {
        _ = try await writer.patch(
          type, reference.name, namespace: reference.namespace, .json(patch))
        return 1
      } catch KubernetesError.notFound {
        return 0
      } catch KubernetesError.invalid(let causes, let context) where causes.isEmpty {
        // A test of the patch failed: somebody wrote in between.
        throw KubernetesError.conflict(context)
      }
    }
  }

  /// Every removal is preceded by the test that at that place stands what is to go; from the last place to the
  /// first, so that none moves another.
  static func patch(removing finalizers: Set<String>, from object: Value) -> [Value] {
    let places = object.finalizers.enumerated().filter { finalizers.contains($0.element) }
    guard !places.isEmpty, let uid = object.at("metadata", "uid") else { return [] }
    let identity: Value = ["op": "test", "path": "/metadata/uid", "value": uid]
    return [identity]
      + places.reversed().flatMap { place, finalizer -> [Value] in
        let path = Value.string("/metadata/finalizers/\(place)")
        return [
          ["op": "test", "path": path, "value": .string(finalizer)],
          ["op": "remove", "path": path],
        ]
      }
  }
}
