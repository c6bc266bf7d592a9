import Documents

extension ResourceClient {
  /// Makes an object exist with what is wanted in it, as operators do: labels and annotations are
  /// added, other top-level members replaced when they lack something; what others added stays.
  ///
  /// - Returns: the object as stored.
  @discardableResult
  func ensure(_ kind: Kind, _ wanted: Value) async throws -> Value {
    let namespace = kind.namespaced ? wanted.objectNamespace : nil
    for _ in 0..<5 {
      if let stored = try await modify(
        kind, wanted.objectName, namespace, { $0.absorb(wanted) })
      {
        return stored
      }
      do {
        return try await create(kind, wanted, namespace)
      } catch let failure as APIFailure where failure.isAlreadyExists {
        continue
      }
    }
    return try await get(kind, wanted.objectName, namespace)
  }
}

extension Value {
  /// Whether everything in `other` is here too; objects may hold more, arrays may not.
  func contains(_ other: Value) -> Bool {
    switch (self, other) {
    case (.object(let mine), .object(let theirs)):
      theirs.allSatisfy { key, value in mine[key]?.contains(value) ?? value.isEmptyContainer }
    case (.array(let mine), .array(let theirs)):
      mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.contains($1) }
    default: self == other
    }
  }

  /// Takes over what `wanted` has and this object lacks; status and identity stay.
  mutating func absorb(_ wanted: Value) {
    for part in ["labels", "annotations"] {
      for (key, value) in wanted.at("metadata", part)?.object ?? Object() {
        set(value, at: "metadata", part, key)
      }
    }
    for (key, value) in wanted.object ?? Object()
    where !["apiVersion", "kind", "metadata", "status"].contains(key) {
      if !(self[key] ?? .null).contains(value) { self[key] = value }
    }
  }

  /// An empty object or array, which servers leave out.
  private var isEmptyContainer: Bool {
    switch self {
    case .object(let members): members.isEmpty
    case .array(let elements): elements.isEmpty
    case .null: true
    default: false
    }
  }
}
