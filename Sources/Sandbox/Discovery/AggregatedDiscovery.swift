import Documents

/// Every group, version and resource in one document, `APIGroupDiscoveryList` of
/// `apidiscovery.k8s.io`.
struct AggregatedDiscovery: Sendable {
  let definitions: [ResourceDefinition]
  /// `v2` or `v2beta1`.
  let version: String

  /// The list of the core group, or of all others.
  func list(isCore: Bool) -> Value {
    let groups = APIGroups.grouped(definitions).filter { $0.group.isEmpty == isCore }
    return [
      "kind": "APIGroupDiscoveryList", "apiVersion": .string("apidiscovery.k8s.io/\(version)"),
      "metadata": [:], "items": .array(groups.map(entry)),
    ]
  }

  private func entry(of group: APIGroups.Group) -> Value {
    var metadata: Value = [:]
    if !group.group.isEmpty { metadata["name"] = .string(group.group) }
    return [
      "metadata": metadata,
      "versions": .array(
        group.versions.map { version in
          [
            "version": .string(version.name),
            "resources": .array(version.definitions.map(entry)), "freshness": "Current",
          ]
        }),
    ]
  }

  private func entry(of definition: ResourceDefinition) -> Value {
    let kind = definition.kind
    var entry: Value = [
      "resource": .string(kind.plural), "responseKind": responseKind(of: definition),
      "scope": kind.namespaced ? "Namespaced" : "Cluster",
      "singularResource": .string(definition.singular),
      "verbs": ResourceListing.names(definition.verbs),
    ]
    if !definition.shortNames.isEmpty {
      entry["shortNames"] = .array(definition.shortNames.map(Value.string))
    }
    if !definition.categories.isEmpty {
      entry["categories"] = .array(definition.categories.map(Value.string))
    }
    if !definition.subresources.isEmpty {
      entry["subresources"] = .array(
        definition.subresources.map { subresource in
          [
            "subresource": .string(subresource.name),
            "responseKind": [
              "group": .string(subresource.group ?? (definition.isCustom ? kind.group : "")),
              "version": .string(subresource.version ?? (definition.isCustom ? kind.version : "")),
              "kind": .string(subresource.kind),
            ],
            "verbs": ResourceListing.names(subresource.verbs),
          ]
        })
    }
    return entry
  }

  /// Built-in resources leave out group and version where they are those of the entry.
  private func responseKind(of definition: ResourceDefinition) -> Value {
    let kind = definition.kind
    return [
      "group": .string(definition.isCustom ? kind.group : ""),
      "version": .string(definition.isCustom ? kind.version : ""), "kind": .string(kind.kind),
    ]
  }
}
