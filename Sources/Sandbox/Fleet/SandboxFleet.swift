import Documents
public import Foundation
import Logging

/// A hub and managed clusters, simulated in one process on loopback ports.
public final class SandboxFleet: Sendable {
  /// What a fleet is made from.
  public struct Configuration: Sendable {
    /// Directory that kubeconfigs are written to; made when it is missing.
    public var directory: URL
    /// How many managed clusters there are besides the hub.
    public var clusters: Int
    /// Loopback address to listen on.
    public var host = "127.0.0.1"
    /// Whether Open Cluster Management is on the hub from the beginning.
    public var isHubPrepared = false
    /// How many records of registered clusters the hub has from the beginning.
    public var existingClusters = 0
    /// Seconds that client certificates which the clusters sign last at most; nil for a year.
    public var certificateLifetime: Int?
    /// What begins an image's name that no node can pull.
    public var unpullableImages: [String] = []
    /// The namespace with the Secrets of cluster-gateway, which the hub then serves; nil for a hub without it.
    public var gatewaySecrets: String?
    /// Faults of every server from the beginning, as `Fault.init(_:)` reads them.
    public var faults: [String] = []
    /// Where every answered request is written down.
    public var log: RequestLog?

    /// Makes a configuration of a hub and some managed clusters.
    public init(directory: URL, clusters: Int = 1) {
      self.directory = directory
      self.clusters = clusters
    }
  }

  /// One running cluster.
  public struct Member: Sendable {
    /// `hub`, `cluster1`, `cluster2`, …
    public let name: String
    /// `https://127.0.0.1:PORT`
    public let url: String
    /// The administrator's kubeconfig.
    public let kubeconfig: URL
  }

  private let configuration: Configuration
  /// The hub first.
  let servers: [APIServer]
  private let lives: [SimulatedCluster]

  /// Makes the clusters; none of them listens yet.
  ///
  /// - Throws: when a fault cannot be read or keys cannot be made.
  public init(_ configuration: Configuration) throws {
    self.configuration = configuration
    let faults = try configuration.faults.map { text in try Fault(text) }
    let names = ["hub"] + (0..<configuration.clusters).map { "cluster\($0 + 1)" }
    servers = try names.map { name in
      var server = APIServer.Configuration(name: name)
      server.host = configuration.host
      server.log = configuration.log
      return try APIServer(server)
    }
    var options = ClusterOptions()
    options.certificateLifetime = configuration.certificateLifetime ?? options.certificateLifetime
    options.unpullableImages = configuration.unpullableImages
    // A check is twenty requests. The operators share this process, so all of them together check no more
    // often than once a second, however many they are.
    options.pace.hubCheck = max(options.pace.hubCheck, .seconds(configuration.clusters))
    let common = options
    lives = servers.map { $0.makeLife(common) }
    if let namespace = configuration.gatewaySecrets {
      servers[0].cluster.serveGateway(secrets: namespace)
    }
    for server in servers {
      for fault in faults { server.cluster.faults.add(fault) }
    }
  }

  /// Starts every cluster and writes `NAME.kubeconfig` files, readable by the owner alone.
  ///
  /// - Returns: name, URL and kubeconfig path of every cluster, the hub first.
  public func start() async throws -> [Member] {
    try FileManager.default.createDirectory(
      at: configuration.directory, withIntermediateDirectories: true)
    var members: [Member] = []
    for (server, life) in zip(servers, lives) {
      try await server.start()
      life.start()
      let file = configuration.directory.appending(path: "\(server.configuration.name).kubeconfig")
      try PrivateFile.write(YAML.text(try server.adminKubeconfig()), to: file)
      members.append(Member(name: server.configuration.name, url: server.url, kubeconfig: file))
    }
    if configuration.isHubPrepared || configuration.existingClusters > 0 {
      try await PreparedHub(client: servers[0].localClient(userAgent: "clusteradm")).install()
    }
    try await ExistingClusters(server: servers[0]).create(configuration.existingClusters)
    return members
  }

  /// Stops every cluster.
  public func stop() async {
    await withDiscardingTaskGroup { group in
      for (server, life) in zip(servers, lives) {
        group.addTask {
          await life.stop()
          await server.stop()
        }
      }
    }
  }
}
