import Documents

/// Reads `APIVersions`, `APIGroupList` and `APIResourceList` documents.
enum LegacyDiscovery {
  /// The groups and versions below a root, as they continue its path: `v1`, `apps/v1`.
  static func versions(_ document: Value) -> [(name: String, isPreferred: Bool)] {
    if let versions = document["versions"]?.strings {
      return versions.enumerated().map { ($1, $0 == 0) }
    }
    return (document["groups"]?.array ?? []).flatMap { group in
      let preferred = group.at("preferredVersion", "groupVersion")?.string
      return (group["versions"]?.array ?? []).compactMap { version in
        version["groupVersion"]?.string.map { ($0, $0 == preferred) }
      }
    }
  }

  /// The types of one group and version. Subresources are listed as `PLURAL/SUBRESOURCE`.
  static func resources(_ document: Value, isPreferred: Bool) -> [Discovery.Resource] {
    let groupVersion = (document["groupVersion"]?.string ?? "").split(separator: "/")
    let group = groupVersion.count > 1 ? String(groupVersion[0]) : ""
    let version = groupVersion.last.map(String.init) ?? ""
    let entries = document["resources"]?.array ?? []
    return entries.compactMap { entry in
      guard let plural = entry["name"]?.string, !plural.contains("/") else { return nil }
      return Discovery.Resource(
        type: ResourceType(
          group: group, version: version, plural: plural, kind: entry["kind"]?.string ?? "",
          isNamespaced: entry["namespaced"]?.bool ?? false),
        singular: entry["singularName"]?.string ?? "",
        shortNames: entry["shortNames"]?.strings ?? [],
        categories: entry["categories"]?.strings ?? [],
        verbs: entry["verbs"]?.strings ?? [],
        subresources: subresources(of: plural, in: entries), isPreferred: isPreferred)
    }
  }

  private static func subresources(of plural: String, in entries: [Value]) -> [String] {
    entries.compactMap { entry in
      guard let name = entry["name"]?.string, name.hasPrefix("\(plural)/") else { return nil }
      return String(name.dropFirst(plural.count + 1))
    }
  }
}
