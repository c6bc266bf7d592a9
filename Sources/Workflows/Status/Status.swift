import Documents
public import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks at clusters on the hub; it writes nothing and waits for nothing.
public struct Status: Sendable {
  /// What is looked at.
  public let request: StatusRequest
  let moment: @Sendable () -> Date

  /// Up to this many named clusters are read one by one; beyond it one list is cheaper.
  private static let individualReads = 20

  /// Prepares a look.
  public init(_ request: StatusRequest, now: @escaping @Sendable () -> Date = { Date() }) {
    self.request = request
    moment = now
  }

  /// Reads the clusters and judges each. Names that do not exist are in the report's `missing`.
  public func report(
    on hub: ClusterAccess, within deadline: Deadline = .none
  ) async throws(WorkflowError) -> StatusReport {
    do {
      return try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: Clusters(hub: hub)) }
      ) {
        try await report(hub.reader)
      }
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }

  private func report(_ hub: APIReader) async throws -> StatusReport {
    async let reading = clusters(hub)
    async let leases = request.readsHeartbeats ? leases(hub) : [:]
    let clusters = try await reading.sorted { $0.name < $1.name }
    let waiting = clusters.contains { $0.condition(Names.ConditionType.joined) == nil }
    let requests = waiting ? try await pendingRequests(hub) : [:]
    let now = moment()
    let leaseByName = try await leases
    let rows = clusters.map {
      StatusRow(
        $0, lease: leaseByName[$0.name], requests: requests[$0.name] ?? [], now: now)
    }
    let found = Set(rows.map(\.name))
    return StatusReport(rows: rows, missing: request.names.filter { !found.contains($0) })
  }

  private func clusters(_ hub: APIReader) async throws -> [ManagedCluster] {
    guard request.names.isEmpty || request.names.count > Self.individualReads else {
      return try await request.names.concurrentMap(limit: 8) {
        try await hub.getIfPresent(.managedClusters, $0).map(ManagedCluster.init)
      }.compactMap(\.self).filter(matches)
    }
    let options = ListOptions(
      labelSelector: request.labelSelector,
      fromCache: !request.isConsistent && request.names.isEmpty)
    let wanted = Set(request.names)
    let all = try await hub.list(.managedClusters, options).items.map(ManagedCluster.init)
    return wanted.isEmpty ? all : all.filter { wanted.contains($0.name) }
  }

  /// Named clusters are read without a selector; the cluster set still counts.
  private func matches(_ cluster: ManagedCluster) -> Bool {
    request.clusterSet == nil || cluster.clusterSet == request.clusterSet
  }

  private func leases(_ hub: APIReader) async throws -> [String: Lease] {
    let name = Names.Lease.managedCluster
    if !request.names.isEmpty, request.names.count <= Self.individualReads {
      let found = try await request.names.concurrentMap(limit: 8) {
        try await hub.getIfPresent(.leases, name, namespace: $0).map(Lease.init)
      }
      return Self.byNamespace(found.compactMap(\.self))
    }
    let options = ListOptions(
      fieldSelector: "metadata.name=\(name)", fromCache: !request.isConsistent)
    return Self.byNamespace(try await hub.list(.leases, options).items.map(Lease.init))
  }

  private static func byNamespace(_ leases: [Lease]) -> [String: Lease] {
    Dictionary(leases.map { ($0.namespace ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  /// Requests by cluster. Who may not read requests still sees everything else.
  private func pendingRequests(
    _ hub: APIReader
  ) async throws -> [String: [CertificateSigningRequest]] {
    let label = Names.Label.clusterName
    let selector =
      request.names.count == 1 ? "\(label)=\(request.names[0])" : label
    do {
      let options = ListOptions(labelSelector: selector, fromCache: request.names.isEmpty)
      let found = try await hub.list(.certificateSigningRequests, options).items
        .map(CertificateSigningRequest.init)
      return Dictionary(grouping: found, by: { $0.clusterName ?? "" })
    } catch KubernetesError.forbidden {
      return [:]
    }
  }
}

extension StatusRequest {
  /// Selector and cluster set as one label selector.
  var labelSelector: String? {
    let set = clusterSet.map { "\(Names.Label.clusterSet)=\($0)" }
    let parts = [selector, set].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ",")
  }
}
