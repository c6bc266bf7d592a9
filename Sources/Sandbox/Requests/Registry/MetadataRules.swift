import Documents

/// The checks of `metadata` that all kinds share (`apimachinery/pkg/api/validation/objectmeta.go`).
enum MetadataRules {
  /// What is wrong with the metadata of an object.
  static func problems(of object: Value, names: NameRule) -> [FieldCause] {
    let metadata = object["metadata"] ?? [:]
    let name = metadata["name"]?.string ?? ""
    var causes: [FieldCause] = []
    if name.isEmpty {
      causes.append(.required("metadata.name", "name or generateName is required"))
    } else if let why = names.problem(of: name) {
      causes.append(.invalid("metadata.name", .string(name), why))
    }
    causes += labelProblems(metadata["labels"])
    causes += annotationProblems(metadata["annotations"])
    causes += finalizerProblems(metadata["finalizers"])
    causes += ownerProblems(metadata["ownerReferences"])
    return causes
  }

  /// What is wrong with a change of metadata.
  static func problems(of object: Value, old: Value) -> [FieldCause] {
    guard old.at("metadata", "deletionTimestamp") != nil else { return [] }
    let before = old.at("metadata", "finalizers")?.strings ?? []
    let added = (object.at("metadata", "finalizers")?.strings ?? []).filter {
      !before.contains($0)
    }
    guard !added.isEmpty else { return [] }
    let shown = added.map { "\"\($0)\"" }.joined(separator: ", ")
    let cause = FieldCause.forbidden(
      "metadata.finalizers",
      "no new finalizers can be added if the object is being deleted, found new finalizers"
        + " []string{\(shown)}")
    // ValidateObjectMetaUpdate runs twice on the way of an update, and tells it twice.
    return [cause, cause]
  }

  private static func labelProblems(_ labels: Value?) -> [FieldCause] {
    (labels?.object ?? Object()).flatMap { key, value -> [FieldCause] in
      var causes: [FieldCause] = []
      if let why = QualifiedName.problem(of: key) {
        causes.append(.invalid("metadata.labels", .string(key), why))
      }
      if let why = QualifiedName.problem(ofLabelValue: value.string ?? "") {
        causes.append(.invalid("metadata.labels", value, why))
      }
      return causes
    }
  }

  private static func annotationProblems(_ annotations: Value?) -> [FieldCause] {
    var size = 0
    var causes: [FieldCause] = []
    for (key, value) in annotations?.object ?? Object() {
      size += key.utf8.count + (value.string?.utf8.count ?? 0)
      if let why = QualifiedName.problem(of: key.lowercased()) {
        causes.append(.invalid("metadata.annotations", .string(key), why))
      }
    }
    let limit = 262_144
    if size > limit { causes.append(.tooLong("metadata.annotations", max: limit)) }
    return causes
  }

  private static func finalizerProblems(_ finalizers: Value?) -> [FieldCause] {
    (finalizers?.strings ?? []).compactMap { finalizer in
      QualifiedName.problem(of: finalizer).map {
        .invalid("metadata.finalizers", .string(finalizer), $0)
      }
    }
  }

  private static func ownerProblems(_ owners: Value?) -> [FieldCause] {
    let owners = owners?.array ?? []
    var causes = owners.enumerated().flatMap { index, owner -> [FieldCause] in
      ["apiVersion", "kind", "name", "uid"].compactMap { field in
        let isMissing = (owner[field]?.string ?? "").isEmpty
        return isMissing
          ? .invalid("metadata.ownerReferences[\(index)].\(field)", "", "must not be empty") : nil
      }
    }
    if owners.count(where: { $0["controller"]?.bool == true }) > 1 {
      causes.append(
        .invalid(
          "metadata.ownerReferences", .array(owners),
          "Only one reference can have Controller set to true"))
    }
    return causes
  }
}
