import Documents

/// CustomResourceDefinitions themselves.
struct CustomResourceDefinitionStrategy: ResourceStrategy {
  var countsGenerations: Bool { true }
  var allowsUnconditionalUpdate: Bool { false }

  func fillDefaults(_ object: inout Value) {
    guard var names = object.at("spec", "names") else { return }
    let kind = names["kind"]?.string ?? ""
    if names["singular"] == nil { names["singular"] = .string(kind.lowercased()) }
    if names["listKind"] == nil { names["listKind"] = .string(kind + "List") }
    object.set(names, at: "spec", "names")
  }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    let stored = (object.at("spec", "versions")?.array ?? []).filter {
      $0["storage"]?.bool == true
    }
    object["status"] = [
      "conditions": .null, "acceptedNames": ["plural": "", "kind": ""],
      "storedVersions": .array(stored.compactMap { $0["name"] }),
    ]
  }

  func problems(of object: Value) -> [FieldCause] {
    let spec = object["spec"] ?? [:]
    var causes = nameProblems(object, spec)
    let versions = spec["versions"]?.array ?? []
    if versions.count(where: { $0["storage"]?.bool == true }) != 1 {
      causes.append(
        .invalid(
          "spec.versions", .array(versions),
          "must have exactly one version marked as storage version"))
    }
    for (index, version) in versions.enumerated() {
      let path = "spec.versions[\(index)].schema.openAPIV3Schema"
      guard let schema = version.at("schema", "openAPIV3Schema") else {
        causes.append(.required(path, "schemas are required"))
        continue
      }
      if schema["type"]?.string != "object" {
        causes.append(.invalid("\(path).type", schema["type"] ?? "", "must be object at the root"))
      }
    }
    return causes
  }

  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] {
    ["group", "scope"].compactMap { field in
      let value = object.at("spec", field) ?? ""
      let isSame = value == old.at("spec", field)
      return isSame ? nil : .invalid("spec.\(field)", value, "field is immutable")
    }
  }

  private func nameProblems(_ object: Value, _ spec: Value) -> [FieldCause] {
    let name = object.at("metadata", "name")?.string ?? ""
    let plural = spec.at("names", "plural")?.string ?? ""
    let group = spec["group"]?.string ?? ""
    var causes: [FieldCause] = []
    if name != "\(plural).\(group)" {
      causes.append(
        .invalid(
          "metadata.name", .string(name),
          "must be spec.names.plural+\".\"+spec.group"))
    }
    let scope = spec["scope"] ?? ""
    if !["Cluster", "Namespaced"].contains(scope.string) {
      causes.append(.notSupported("spec.scope", scope, ["Cluster", "Namespaced"]))
    }
    for field in ["plural", "kind"] where (spec.at("names", field)?.string ?? "").isEmpty {
      causes.append(.required("spec.names.\(field)"))
    }
    return causes
  }
}
