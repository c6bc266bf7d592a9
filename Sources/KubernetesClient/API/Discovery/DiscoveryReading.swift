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
