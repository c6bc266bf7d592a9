import Documents
import Foundation

/// Tells clients which groups, versions and resources the server serves, one by one or all at once
/// (`apidiscovery.k8s.io`).
struct DiscoveryHandler: Sendable {
  let catalog: ResourceCatalog
  /// `host:port` of the server.
  let address: String

  /// Answers requests below `/api` and `/apis`.
  func respond(to request: APIRequest, _ parts: [String]) -> APIResponse {
    let accept = request.header("accept") ?? ""
    switch (parts.first, parts.count) {
    case ("api", 1): return root(accept, isCore: true)
    case ("apis", 1): return root(accept, isCore: false)
    case ("api", 2): return resources(group: "", version: parts[1])
    case ("apis", 2): return group(parts[1])
    case ("apis", 3): return resources(group: parts[1], version: parts[2])
    default: return .pageNotFound
    }
  }

  private func root(_ accept: String, isCore: Bool) -> APIResponse {
    if let version = Self.aggregatedVersion(accept) {
      let list = AggregatedDiscovery(definitions: catalog.all, version: version)
        .list(isCore: isCore)
      var response = APIResponse.json(200, list)
      response.headers = [
        ("cache-control", "public"),
        (
          "content-type",
          "application/json;g=apidiscovery.k8s.io;v=\(version);as=APIGroupDiscoveryList"
        ),
        ("vary", "Accept"), ("etag", "\"\(catalog.snapshot.generation)\""),
      ]
      return response
    }
    return isCore ? coreVersions : .json(200, groups)
  }

  /// The version of aggregated discovery that a client wants; nil for the old form.
  private static func aggregatedVersion(_ accept: String) -> String? {
    for type in accept.split(separator: ",") {
      let parts = type.split(separator: ";").map { $0.trimming(while: { $0 == " " }) }
      guard parts.first == "application/json" else { continue }
      guard parts.contains("as=APIGroupDiscoveryList"), parts.contains("g=apidiscovery.k8s.io")
      else { return nil }
      if parts.contains("v=v2") { return "v2" }
      if parts.contains("v=v2beta1") { return "v2beta1" }
    }
    return nil
  }

  private var coreVersions: APIResponse {
    .json(
      200,
      [
        "kind": "APIVersions", "versions": ["v1"],
        "serverAddressByClientCIDRs": [
          ["clientCIDR": "0.0.0.0/0", "serverAddress": .string(address)]
        ],
      ])
  }

  private var groups: Value {
    let groups = APIGroups.grouped(catalog.all).filter { !$0.group.isEmpty }
    return ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(groups.map(Self.entry))]
  }

  private func group(_ name: String) -> APIResponse {
    guard let group = APIGroups.grouped(catalog.all).first(where: { $0.group == name }) else {
      return .pageNotFound
    }
    var value: Value = ["kind": "APIGroup", "apiVersion": "v1"]
    for (key, field) in Self.entry(group).object ?? Object() { value[key] = field }
    return .json(200, value)
  }

  private static func entry(_ group: APIGroups.Group) -> Value {
    let versions = group.versions.map { version -> Value in
      [
        "groupVersion": .string("\(group.group)/\(version.name)"),
        "version": .string(version.name),
      ]
    }
    return [
      "name": .string(group.group), "versions": .array(versions),
      "preferredVersion": versions.first ?? .null,
    ]
  }

  private func resources(group: String, version: String) -> APIResponse {
    let definitions = catalog.all.filter {
      $0.kind.group == group && $0.kind.version == version
    }
    guard !definitions.isEmpty else { return .pageNotFound }
    let name = group.isEmpty ? version : "\(group)/\(version)"
    return .json(
      200,
      [
        "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(name),
        "resources": .array(definitions.flatMap(ResourceListing.entries)),
      ])
  }
}

/// The served resources sorted into groups and versions.
enum APIGroups {
  /// One version of a group.
  struct Version: Sendable {
    let name: String
    let definitions: [ResourceDefinition]
  }

  /// One group, its preferred version first.
  struct Group: Sendable {
    let group: String
    let versions: [Version]
  }

  /// Groups in the order in which they first come.
  static func grouped(_ definitions: [ResourceDefinition]) -> [Group] {
    var order: [String] = []
    var byGroup: [String: [ResourceDefinition]] = [:]
    for definition in definitions {
      let group = definition.kind.group
      if byGroup[group] == nil { order.append(group) }
      byGroup[group, default: []].append(definition)
    }
    return order.map { group in
      let all = byGroup[group] ?? []
      let names = Set(all.map(\.kind.version)).sorted(by: VersionOrder.precedes)
      return Group(
        group: group,
        versions: names.map { name in
          Version(name: name, definitions: all.filter { $0.kind.version == name })
        })
    }
  }
}
