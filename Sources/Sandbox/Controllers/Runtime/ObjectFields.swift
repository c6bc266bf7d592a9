import Documents

/// The parts of `metadata` that controllers read and write.
extension Value {
  /// `metadata.name`, empty when missing.
  var objectName: String { at("metadata", "name")?.string ?? "" }

  /// `metadata.namespace`, nil for cluster-scoped objects.
  var objectNamespace: String? { at("metadata", "namespace")?.string }

  /// `metadata.uid`, empty when missing.
  var objectUID: String { at("metadata", "uid")?.string ?? "" }

  /// `metadata.generation`, 0 when the kind has none.
  var objectGeneration: Int { at("metadata", "generation")?.int ?? 0 }

  /// Whether `metadata.deletionTimestamp` is set.
  var isTerminating: Bool { at("metadata", "deletionTimestamp")?.string != nil }

  /// `metadata.finalizers`.
  var finalizers: [String] { at("metadata", "finalizers")?.strings ?? [] }

  /// The value of a label.
  func label(_ key: String) -> String? { at("metadata", "labels", key)?.string }

  /// The value of an annotation.
  func annotation(_ key: String) -> String? { at("metadata", "annotations", key)?.string }

  /// `metadata.labels` as a dictionary.
  var objectLabels: [String: String] {
    var labels: [String: String] = [:]
    for (key, value) in at("metadata", "labels")?.object ?? Object() {
      labels[key] = value.string
    }
    return labels
  }

  /// `metadata.ownerReferences`.
  var ownerReferences: [Value] { at("metadata", "ownerReferences")?.array ?? [] }

  /// Replaces `metadata.finalizers`; an empty list removes the field.
  mutating func setFinalizers(_ names: [String]) {
    set(names.isEmpty ? nil : Value(names), at: "metadata", "finalizers")
  }
}
