import Documents
public import Foundation

/// A hub and managed clusters, simulated in one process on loopback ports.
public final class SandboxFleet: Sendable {
  /// What a fleet is made from.
  public struct Configuration: Sendable {
    /// Directory that kubeconfigs are written to; made when it is missing.
    public var directory: URL
    /// How many managed clusters there are besides the hub.
    public var clusters: Int
    /// Loopback address to listen on.
    public var host: String

    /// Makes a configuration of a hub and one managed cluster.
    public init(directory: URL, clusters: Int = 1, host: String = "127.0.0.1") {
      self.directory = directory
      self.clusters = clusters
      self.host = host
    }
  }

  private let configuration: Configuration
  /// The hub first.
  let servers: [APIServer]

  /// Makes the clusters; none of them listens yet.
  public init(_ configuration: Configuration) throws {
    self.configuration = configuration
    let names = ["hub"] + (1...max(1, configuration.clusters)).map { "cluster\($0)" }
    servers = try names.prefix(configuration.clusters + 1).map { name in
      var server = APIServer.Configuration(name: name)
      server.host = configuration.host
      return try APIServer(server)
    }
  }

  /// Starts every cluster and writes `NAME.kubeconfig` files, readable by the owner alone.
  ///
  /// - Returns: name, URL and kubeconfig path of every cluster, the hub first.
  public func start() async throws -> [Member] {
    try FileManager.default.createDirectory(
      at: configuration.directory, withIntermediateDirectories: true)
    var members: [Member] = []
    for server in servers {
      try await server.start()
      let file = configuration.directory.appending(path: "\(server.configuration.name).kubeconfig")
      try PrivateFile.write(YAML.text(try server.adminKubeconfig()), to: file)
      members.append(Member(name: server.configuration.name, url: server.url, kubeconfig: file))
    }
    return members
  }

  /// Stops every cluster.
  public func stop() async {
    for server in servers { await server.stop() }
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
}
