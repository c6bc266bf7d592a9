import Documents
import KubernetesClient
import OpenClusterManagement

/// Whether a hub can hand requests on to a cluster, looked at before the first of them.
public enum GatewayPresence {
  /// Throws when the hub has no cluster-gateway, or that knows nothing of the cluster. Whoever may not see its Secrets
  /// is not kept from using it.
  public static func check(
    _ name: String, on hub: ClusterAccess, within deadline: Deadline = .none
  ) async throws(WorkflowError) {
    do {
      try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: Clusters(hub: hub)) }
      ) {
        do {
          _ = try await entry(of: name, on: hub)
        } catch KubernetesError.forbidden {}
      }
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  /// The Secret of a cluster.
  static func entry(of name: String, on hub: ClusterAccess) async throws -> Value {
    let location = ClusterLocation(side: .hub, connection: hub.connection)
    let isServed = try await hub.reader.discovery().resources.contains {
      $0.type.group == ResourceType.clusterGateways.group
        && $0.type.plural == ResourceType.clusterGateways.plural
    }
    guard isServed else { throw GatewayRefusal.notServed(hub: location) }
    let secrets = GatewaySecrets(clusterName: name, reader: hub.reader)
    guard let entry = try await secrets.entry(name) else {
      throw GatewayRefusal.noEntry(
        name: name, namespaces: try await secrets.namespaces(), hub: location)
    }
    return entry
  }
}

/// Why the gateway is no way to a cluster. Nothing has been written when one of these is thrown.
enum GatewayRefusal: WorkflowFailure {
  /// The hub serves no ClusterGateways.
  case notServed(hub: ClusterLocation)
  /// The gateway does not know the cluster.
  case noEntry(name: String, namespaces: [String], hub: ClusterLocation)
  /// The gateway goes through a tunnel that ends with the agent.
  case tunnel(name: String, hub: ClusterLocation)
  /// The gateway would hand a credential of mcctl's to a server that it does not verify.
  case unverified(name: String, hub: ClusterLocation)
  /// What mcctl would need its own entry for is another cluster's.
  case entryTaken(name: String, entry: ObjectReference, hub: ClusterLocation)

  var id: ErrorID {
    switch self {
    case .notServed: .gatewayNotServed
    case .noEntry: .gatewayUnknownCluster
    case .tunnel, .unverified: .gatewayUnfit
    case .entryTaken: .gatewayEntryTaken
    }
  }

  var category: ExitCategory { .refused }

  var location: ClusterLocation? {
    switch self {
    case .notServed(let hub), .noEntry(_, _, let hub), .tunnel(_, let hub),
      .unverified(_, let hub), .entryTaken(_, _, let hub):
      hub
    }
  }

  var what: String {
    switch self {
    case .notServed: "the hub does not serve cluster-gateway"
    case .noEntry(let name, _, _): "cluster-gateway on the hub does not know \(name)"
    case .tunnel(let name, _): "the gateway's way to \(name) ends before its agent can be removed"
    case .unverified(let name, _):
      "the gateway's way to \(name) is not safe for an account of mcctl's"
    case .entryTaken(let name, _, _): "the gateway has no free place for \(name)'s leaving"
    }
  }

  var why: String? {
    switch self {
    case .notServed: "there is no \(ResourceType.clusterGateways.qualifiedName)"
    case .noEntry(let name, let namespaces, _):
      "there is no Secret \(name) labelled \(Names.ClusterGateway.credentialType) in "
        + namespaces.joined(separator: ", ")
    case .tunnel: "it goes through a tunnel that an addon on the cluster keeps open"
    case .unverified:
      "neither the record nor the gateway's Secret has the authorities of its API server"
    case .entryTaken(_, let entry, _): "\(entry) is not mcctl's"
    }
  }

  var next: [String] {
    switch self {
    case .notServed, .noEntry, .tunnel, .unverified:
      ["name the cluster with --cluster-kubeconfig and --cluster-context instead"]
    case .entryTaken(_, let entry, _): ["see whose \(entry) is"]
    }
  }
}
