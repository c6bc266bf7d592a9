import Documents

/// Asks a server what it serves.
struct DiscoveryReading: Sendable {
  let session: APISession

  /// Everything that the server serves.
  func discovery() async throws -> Discovery {
    var resources: [Discovery.Resource] = []
    var unavailable: [String] = []
    for root in ["/api", "/apis"] {
      let document = try await fetch(root, accept: Self.aggregated)
      if document["kind"]?.string == "APIGroupDiscoveryList" {
        resources += AggregatedDiscovery.resources(document)
        unavailable += AggregatedDiscovery.stale(document)
      } else {
        let legacy = try await legacy(root, document)
        resources += legacy.resources
        unavailable += legacy.unavailable
      }
    }
    let preferredFirst =
      resources.filter(\.isPreferred) + resources.filter { !$0.isPreferred }
    return Discovery(resources: preferredFirst, unavailable: unavailable)
  }

  private static let aggregated =
    ["v2", "v2beta1"].map {
      "application/json;g=apidiscovery.k8s.io;v=\($0);as=APIGroupDiscoveryList"
    }.joined(separator: ",") + ",application/json"

  private func fetch(_ path: String, accept: String = APICall.Media.json) async throws -> Value {
    var call = APICall(path: path, connection: session.connection)
    call.accept = accept
    return try await session.value(call)
  }

  /// Asks for each group and version on its own. One that cannot be had because the server behind it is
  /// away does not keep the others from being known.
  private func legacy(_ root: String, _ document: Value) async throws -> Discovery {
    var resources: [Discovery.Resource] = []
    var unavailable: [String] = []
    for version in LegacyDiscovery.versions(document) {
      do {
        let list = try await fetch("\(root)/\(version.name)")
        resources += LegacyDiscovery.resources(list, isPreferred: version.isPreferred)
      } catch KubernetesError.server, KubernetesError.notFound, KubernetesError.notKubernetes {
        unavailable.append(version.name)
      }
    }
    return Discovery(resources: resources, unavailable: unavailable)
  }
}

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
