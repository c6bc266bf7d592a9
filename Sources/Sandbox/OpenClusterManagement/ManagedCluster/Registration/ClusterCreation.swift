import Documents
import Foundation
import Logging

/// Makes sure that the hub has a ManagedCluster for this cluster (OCM registration,
/// spoke/registration/creating_controller).
struct ClusterCreation: Sendable {
  let agent: AgentContext
  /// The hub, with the bootstrap identity.
  let hub: any HubClient

  /// Creates the cluster when it is missing. One that exists gets its URLs only when it has fewer
  /// than the agent knows, and only if the bootstrap identity may change it, which it rarely may.
  func run() async throws {
    guard let present = try await existing() else { return }
    guard let cluster = present.cluster else {
      try await create()
      return
    }
    let decorated = decorate(cluster)
    guard Self.count(decorated) != Self.count(cluster) else { return }
    try await ignoringRefusal {
      _ = try await hub.update(.managedClusters, decorated, nil, subresource: nil)
    }
  }

  /// Nil when the hub does not tell; a nil cluster when there is none.
  private func existing() async throws -> (cluster: Value?, Void)? {
    do {
      return (try await hub.get(.managedClusters, agent.cluster, nil), ())
    } catch let failure as APIFailure where failure.isNotFound {
      return (nil, ())
    } catch let failure as APIFailure where Self.isRefusal(failure) {
      agent.logger.debug("\(agent.pod.name): unable to get the managed cluster: \(failure)")
      return nil
    }
  }

  private func create() async throws {
    let cluster: Value = [
      "apiVersion": .string(Kind.managedClusters.apiVersion), "kind": "ManagedCluster",
      "metadata": ["name": .string(agent.cluster)],
      "spec": ["hubAcceptsClient": false],
    ]
    try await ignoringRefusal {
      do {
        _ = try await hub.create(.managedClusters, decorate(cluster), nil)
        agent.logger.info("\(agent.pod.name): managed cluster \(agent.cluster) created on hub")
      } catch let failure as APIFailure where failure.isAlreadyExists {
        return
      }
    }
  }

  /// The cluster with the annotations and URLs that the agent was told.
  private func decorate(_ cluster: Value) -> Value {
    var cluster = cluster
    for pair in (agent.pod.argument("cluster-annotations") ?? "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard let key = parts.first, key.hasPrefix(OCM.agentAnnotationPrefix) else { continue }
      cluster.set(.string(parts.count > 1 ? parts[1] : ""), at: "metadata", "annotations", key)
    }
    var configs = cluster.at("spec", "managedClusterClientConfigs")?.array ?? []
    for url in externalServerURLs where !configs.contains(where: { $0["url"]?.string == url }) {
      var config: Value = ["url": .string(url)]
      if let pem = agent.managed.authority {
        config["caBundle"] = .string(Data(pem.utf8).base64EncodedString())
      }
      configs.append(config)
    }
    if !configs.isEmpty {
      cluster.set(.array(configs), at: "spec", "managedClusterClientConfigs")
    }
    return cluster
  }

  private var externalServerURLs: [String] {
    (agent.pod.argument("spoke-external-server-urls") ?? "")
      .split(separator: ",").map(String.init)
  }

  private static func count(_ cluster: Value) -> Int {
    cluster.at("spec", "managedClusterClientConfigs")?.array?.count ?? 0
  }

  private static func isRefusal(_ failure: APIFailure) -> Bool {
    failure.code == 401 || failure.code == 403
  }

  private func ignoringRefusal(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let failure as APIFailure where Self.isRefusal(failure) {
      agent.logger.debug("\(agent.pod.name): \(failure)")
    }
  }
}
