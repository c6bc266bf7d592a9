import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

@testable import Workflows

/// One simulated cluster, reached over the network as an operator reaches it.
struct FleetMember: Sendable {
  let config: ConnectionConfig
  /// Outlives the operations, so that a killed one does not tear down connections of others.
  private let transport: any HTTPTransport

  /// Reads the administrator's kubeconfig.
  init(kubeconfig file: String) throws {
    config = try Kubeconfig.load(explicitPath: file, environment: [:], homeDirectory: "/").resolve()
    transport = RetryingTransport(
      CurlTransport(
        tls: config.tls, proxy: .none, userAgent: "mcctl-test",
        logger: ClientOptions().logger,
        masking: { Masking.masked(text: $0) }))
  }

  /// Access for an operation that lives as long as `life`.
  func access(_ life: Life = Life()) -> ClusterAccess {
    let reader = APIReader(
      transport: MortalTransport(base: transport, life: life), config: config)
    return ClusterAccess(
      reader: reader, server: config.server,
      trust: config.tls.caBundle.map { .authorities($0) } ?? .system)
  }

  /// Everything that exists, by type, namespace and name, but for what comes and goes by itself.
  func inventory() async throws -> Set<String> {
    let reader = access().reader
    let transient: Set = [
      "events", "events.events.k8s.io", "leases.coordination.k8s.io", "endpoints",
      "endpointslices.discovery.k8s.io", "pods", "replicasets.apps",
    ]
    let types = try await reader.discovery().resources.filter {
      $0.verbs.contains("list") && $0.isPreferred && !transient.contains($0.type.qualifiedName)
    }.map(\.type)
    let found = try await types.concurrentMap(limit: 4) { type in
      try await reader.presentList(type).compactMap { ObjectReference($0, type: type)?.description }
    }
    return Set(found.flatMap(\.self))
  }
}
