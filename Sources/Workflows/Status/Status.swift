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
    async let reading = Dictionary(
      clusters(hub).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    async let leases = readsLeases ? leases(hub) : [:]
    let now = moment()
    let (read, leaseByName) = try await (reading, leases)
    let waiting = read.values.contains { $0.waiting != nil }
    let requests = waiting ? try await joinRequests(hub) : nil
    let rows = read.values.map { cluster in
      guard let record = cluster.waiting else {
        return cluster.row.heard(leaseByName[cluster.name]?.renewTime)
      }
      return StatusRow(
        record, lease: leaseByName[cluster.name], requests: requests.map { $0[cluster.name] ?? [] },
        now: now)
    }
    let shown = request.onlyUnregistered ? rows.filter { !$0.isRegistered } : rows
    return StatusReport(
      rows: request.order.sorted(shown), missing: request.names.filter { read[$0] == nil },
      total: rows.count)
  }

  private var readsLeases: Bool { request.readsHeartbeats || request.order == .heartbeat }

  /// A cluster as far as it has to be kept: ten thousand whole records take a lot of room.
  private struct ReadCluster: Sendable {
    let name: String
    let row: StatusRow
    /// The record of a cluster that has not joined: what its requests say is not known yet.
    let waiting: ManagedCluster?

    init(_ value: Value, now: Date) {
      let cluster = ManagedCluster(value)
      name = cluster.name
      row = StatusRow(cluster, now: now)
      waiting = cluster.condition(Names.ConditionType.joined) == nil ? cluster : nil
    }
  }

  private func clusters(_ hub: APIReader) async throws -> [ReadCluster] {
    let now = moment()
    guard request.names.isEmpty || request.names.count > Self.individualReads else {
      return try await request.names.concurrentMap(limit: 8) {
        try await hub.getIfPresent(.managedClusters, $0)
      }.compactMap(\.self).filter { matches(ManagedCluster($0)) }
        .map { ReadCluster($0, now: now) }
    }
    let options = ListOptions(
      labelSelector: request.labelSelector,
      fromCache: !request.isConsistent && request.names.isEmpty)
    let wanted = Set(request.names)
    var read: [ReadCluster] = []
    for try await value in hub.items(.managedClusters, options) {
      let cluster = ReadCluster(value, now: now)
      if wanted.isEmpty || wanted.contains(cluster.name) { read.append(cluster) }
    }
    try Task.checkCancellation()
    return read
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

  /// Requests by cluster. Who may not read requests, for whom this is nil, still sees everything else.
  private func joinRequests(
    _ hub: APIReader
  ) async throws -> [String: [CertificateSigningRequest]]? {
    let label = Names.Label.clusterName
    let selector =
      request.names.count == 1 ? "\(label)=\(request.names[0])" : label
    do {
      let options = ListOptions(labelSelector: selector, fromCache: request.names.isEmpty)
      let found = try await hub.list(.certificateSigningRequests, options).items
        .map(CertificateSigningRequest.init)
      return Dictionary(grouping: found, by: { $0.clusterName ?? "" })
    } catch KubernetesError.forbidden {
      return nil
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
