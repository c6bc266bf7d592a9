import Documents

/// Reads `APIGroupDiscoveryList` documents (`apidiscovery.k8s.io/v2`).
enum AggregatedDiscovery {
  /// The types in them; the first version of a group is the preferred one.
  static func resources(_ document: Value) -> [Discovery.Resource] {
    eachVersion(document).flatMap { group, version, isPreferred in
      (version["resources"]?.array ?? []).compactMap {
        resource($0, group: group, version: version["version"]?.string ?? "", isPreferred)
      }
    }
  }

  /// The groups and versions whose server did not answer lately.
  static func stale(_ document: Value) -> [String] {
    eachVersion(document).compactMap { group, version, _ in
      guard version["freshness"]?.string == "Stale" else { return nil }
      return "\(group)/\(version["version"]?.string ?? "")"
    }
  }

  private static func eachVersion(_ document: Value) -> [(String, Value, Bool)] {
    (document["items"]?.array ?? []).flatMap { item in
      let group = item.at("metadata", "name")?.string ?? ""
      return (item["versions"]?.array ?? []).enumerated().map { (group, $1, $0 == 0) }
    }
  }

  private static func resource(
    _ entry: Value, group: String, version: String, _ isPreferred: Bool
  ) -> Discovery.Resource? {
    guard let plural = entry["resource"]?.string else { return nil }
    return Discovery.Resource(
      type: ResourceType(
        group: group, version: version, plural: plural,
        kind: entry.at("responseKind", "kind")?.string ?? "",
        isNamespaced: entry["scope"]?.string == "Namespaced"),
      singular: entry["singularResource"]?.string ?? "",
      shortNames: entry["shortNames"]?.strings ?? [],
      categories: entry["categories"]?.strings ?? [],
      verbs: entry["verbs"]?.strings ?? [],
      subresources: (entry["subresources"]?.array ?? []).compactMap { $0["subresource"]?.string },
      isPreferred: isPreferred)
  }
}
