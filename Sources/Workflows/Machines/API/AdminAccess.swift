import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Finds the way to a new cluster's API server from here. Its kubeconfig names the server by a name that only the
/// cluster's own machines resolve.
struct AdminAccess: Sendable {
  private let site: ClusterSite
  private let lostHosts: Set<String>

  /// Prepares to look.
  ///
  /// - Parameter lostHosts: addresses of machines that are gone, which are not tried.
  init(_ site: ClusterSite, without lostHosts: Set<String> = []) {
    self.site = site
    self.lostHosts = lostHosts
  }

  /// One address that was tried in vain.
  struct Failure: Sendable, Hashable {
    let server: String
    let reason: String
  }

  /// The way, or what stands against each address.
  enum Outcome: Sendable {
    case found(ConnectionConfig)
    case none([Failure])
  }

  /// What stands against all of them, in one line.
  static func reason(_ failures: [Failure]) -> String {
    failures.map { "\($0.server): \($0.reason)" }.joined(separator: "; ")
  }

  /// Tries, in this order: the endpoint that was given, each master, the server of the kubeconfig itself. The certificate
  /// has to be verified by the kubeconfig's authority; where it is not for the address, it may be for the name in the
  /// kubeconfig (`tls-server-name`).
  func find(_ kubeconfig: ConnectionConfig) async throws -> Outcome {
    var failures: [Failure] = []
    for server in candidates(kubeconfig.server) {
      var config = kubeconfig
      config.server = server
      switch await attempt(config) {
      case nil: return .found(config)
      case let failure?:
        failures.append(Failure(server: server, reason: failure.reason))
        guard failure.isAboutName, let name = Self.host(kubeconfig.server) else { continue }
        config.tls.serverName = name
        if await attempt(config) == nil { return .found(config) }
      }
      try Task.checkCancellation()
    }
    return .none(failures)
  }

  /// The URLs to try.
  func candidates(_ server: String) -> [String] {
    let port = URLComponents(string: server)?.port ?? 6443
    let specification = site.specification
    let masters = specification.masters.filter { !lostHosts.contains($0.address) }.map { host in
      host.address.contains(":")
        ? "https://[\(host.address)]:\(port)" : "https://\(host.address):\(port)"
    }
    var seen: Set<String> = []
    return ([specification.network.endpoint] + masters + [server]).compactMap(\.self)
      .filter { seen.insert($0).inserted }
  }

  private struct Attempted: Sendable {
    let reason: String
    let isAboutName: Bool
  }

  /// Nil when the server answers.
  private func attempt(_ config: ConnectionConfig) async -> Attempted? {
    do {
      let reader = try site.connect(config).reader
      return try await withThrowingTaskGroup(of: Attempted?.self) { group in
        defer { group.cancelAll() }
        group.addTask {
          _ = try await reader.clusterIdentity()
          return nil
        }
        group.addTask {
          try await Task.sleep(for: .seconds(10))
          return Attempted(reason: "no answer within 10s", isAboutName: false)
        }
        return try await group.next() ?? nil
      }
    } catch KubernetesError.transport(.tls(let failure), _) {
      if case .hostnameMismatch = failure.reason {
        return Attempted(reason: "\(failure)", isAboutName: true)
      }
      return Attempted(reason: "\(failure)", isAboutName: false)
    } catch {
      return Attempted(reason: WorkflowError(mapping: error).why ?? "\(error)", isAboutName: false)
    }
  }

  private static func host(_ server: String) -> String? { URLComponents(string: server)?.host }
}

/// The cluster is there, and there is no way to its API server from here.
struct EndpointUnreachable: WorkflowFailure {
  let name: String
  let reason: String
  /// What goes on when it can be reached.
  let command: String

  var id: ErrorID { .createUnreachable }
  var category: ExitCategory { .failed }
  var what: String { "the API server of \(name) cannot be reached from here" }
  var why: String? { reason }
  var next: [String] {
    [
      "open its port from here to a master, or name another URL of it: spec.network.endpoint",
      "then run the same command again: \(command)",
    ]
  }
}
