import Documents

extension ResourceClient {
  /// Reads an object; nil when it does not exist (nor when its resource type does not).
  func find(_ kind: Kind, _ name: String, _ namespace: String? = nil) async throws -> Value? {
    do {
      return try await get(kind, name, namespace)
    } catch let failure as APIFailure where failure.isNotFound {
      return nil
    }
  }

  /// Lists objects; empty when the resource type does not exist.
  func items(
    _ kind: Kind, _ namespace: String? = nil, labelSelector: String? = nil
  ) async throws -> [Value] {
    do {
      return try await list(kind, namespace, labelSelector: labelSelector)
    } catch let failure as APIFailure where failure.isNotFound {
      return []
    }
  }

  /// Reads an object, changes it and writes it back, again from the start when it changed
  /// meanwhile. Writes nothing when `change` changes nothing.
  ///
  /// - Returns: the object as stored; nil when it does not exist.
  @discardableResult
  func modify(
    _ kind: Kind, _ name: String, _ namespace: String? = nil, subresource: String? = nil,
    _ change: (inout Value) throws -> Void
  ) async throws -> Value? {
    while true {
      guard let current = try await find(kind, name, namespace) else { return nil }
      var wanted = current
      try change(&wanted)
      if wanted == current { return current }
      do {
        return try await update(kind, wanted, namespace, subresource: subresource)
      } catch let failure as APIFailure where failure.isConflict {
        try Task.checkCancellation()
      } catch let failure as APIFailure where failure.isNotFound {
        return nil
      }
    }
  }

  /// Deletes an object unless it is gone or going already.
  func ensureAbsent(_ kind: Kind, _ name: String, _ namespace: String? = nil) async throws {
    do {
      try await delete(kind, name, namespace)
    } catch let failure as APIFailure where failure.isNotFound {
      return
    }
  }

  /// Adds finalizers that are missing.
  func addFinalizers(
    _ names: [String], to kind: Kind, _ name: String, _ namespace: String? = nil
  ) async throws {
    try await modify(kind, name, namespace) { object in
      guard !object.isTerminating else { return }
      let present = object.finalizers
      let missing = names.filter { !present.contains($0) }
      if !missing.isEmpty { object.setFinalizers(present + missing) }
    }
  }

  /// Takes finalizers off an object, if it still has them.
  func removeFinalizers(
    _ names: [String], from kind: Kind, _ name: String, _ namespace: String? = nil
  ) async throws {
    try await modify(kind, name, namespace) { object in
      let left = object.finalizers.filter { !names.contains($0) }
      if left.count != object.finalizers.count { object.setFinalizers(left) }
    }
  }
}
