import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What checks of one cluster look at: the hub, and the cluster itself where that is reached from here.
struct ClusterCheckContext: CheckContext {
  static let firstCheck = "cluster.record"

  /// The cluster's name on the hub.
  let name: String
  let hub: ClusterAccess
  /// The cluster itself; nil when no kubeconfig for it was given.
  let managed: ClusterAccess?
  let options: CheckOptions
  let hubReads: CheckReads
  private let managedReads: CheckReads?

  init(name: String, hub: ClusterAccess, managed: ClusterAccess?, options: CheckOptions) {
    self.name = name
    self.hub = hub
    self.managed = managed
    self.options = options
    hubReads = CheckReads(hub.reader)
    managedReads = managed.map { CheckReads($0.reader) }
  }

  /// The record on the hub; nil when there is none.
  func record() async throws -> ManagedCluster? {
    try await hubReads.list(
      .managedClusters, ListOptions(fieldSelector: "metadata.name=\(name)")
    ).first.map(ManagedCluster.init)
  }

  /// The record on the hub.
  func requiredRecord() async throws -> ManagedCluster {
    guard let record = try await record() else { throw NoRecord(name: name) }
    return record
  }

  /// The agent's certificate requests.
  func requests() async throws -> [CertificateSigningRequest] {
    try await hubReads.list(
      .certificateSigningRequests,
      ListOptions(labelSelector: "\(Names.Label.clusterName)=\(name)")
    ).map(CertificateSigningRequest.init)
  }

  /// Reads from the cluster. Checks that call it need `agent.api`, which is skipped without a kubeconfig.
  func cluster() throws -> CheckReads {
    guard let managedReads else { throw NoClusterAccess() }
    return managedReads
  }

  /// The Klusterlet of the agent on the cluster; nil when there is none.
  func klusterlet() async throws -> Klusterlet? {
    let all: [Klusterlet]
    do {
      all = try await cluster().list(.klusterlets).map(Klusterlet.init)
    } catch KubernetesError.resourceTypeMissing {
      return nil
    }
    return all.first { $0.isAgent(hostedFor: nil) }
  }

  /// A Secret in the agent's namespace; nil when it is not there.
  func agentSecret(_ secret: String) async throws -> Value? {
    let namespace = try await klusterlet()?.agentNamespace ?? Names.Namespace.agent
    return try await cluster().reader.getIfPresent(.secrets, secret, namespace: namespace)
  }

  /// The cluster, for messages.
  var location: ClusterLocation? {
    managed.map { ClusterLocation(side: .managed, name: name, connection: $0.connection) }
  }

  /// Flags that name the hub, for commands.
  var hubFlag: String { "--context \(hub.connection.contextName)" }

  /// A command that shows an object of the cluster itself.
  func inspect(_ object: ObjectReference) -> String {
    object.inspectCommand(
      managed?.connection ?? ConnectionDescription(contextName: name, server: ""))
  }
}

/// The hub has no record of the cluster.
struct NoRecord: Error, CustomStringConvertible {
  let name: String
  var description: String { "there is no cluster \(name) on the hub" }
}

/// The cluster itself is not reached from here.
struct NoClusterAccess: Error, CustomStringConvertible {
  let description = "no kubeconfig for the cluster was given"
}
