import Documents
public import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Compares what a fleet file says with what the hub has. Only reads; what the file says nothing about is no difference.
public struct FleetDrift: Sendable {
  let fleet: Fleet
  let inputs: FleetInputs
  /// Clusters that the hub has and the file has not are differences too.
  let countsOthers: Bool
  let now: @Sendable () -> Date

  /// Prepares a comparison.
  public init(
    _ fleet: Fleet, _ inputs: FleetInputs, countsOthers: Bool,
    now: @escaping @Sendable () -> Date
  ) {
    self.fleet = fleet
    self.inputs = inputs
    self.countsOthers = countsOthers
    self.now = now
  }

  /// The clusters that differ, in the order of the file, then those that only the hub has.
  public func rows(
    on hub: ClusterAccess, within deadline: Deadline
  ) async throws(WorkflowError) -> [FleetDriftRow] {
    do {
      return try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: Clusters(hub: hub)) }
      ) {
        try await rows(hub.reader)
      }
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }

  private func rows(_ hub: APIReader) async throws -> [FleetDriftRow] {
    async let reading = hub.list(.managedClusters, ListOptions(fromCache: true)).items
    async let addOns = addOns(hub)
    let records = try await reading.map(ManagedCluster.init)
    let enabled = try await addOns
    let byName = Dictionary(records.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var rows: [FleetDriftRow] = []
    for cluster in fleet.clusters {
      guard let record = byName[cluster.name] else {
        rows.append(FleetDriftRow(name: cluster.name, state: .missing, differences: []))
        continue
      }
      let differences = try self.differences(cluster, record, enabled[cluster.name] ?? [])
      guard !differences.isEmpty else { continue }
      rows.append(
        FleetDriftRow(name: cluster.name, state: .different, differences: differences))
    }
    guard countsOthers else { return rows }
    let known = Set(fleet.clusters.map(\.name))
    let others = records.map(\.name).filter { !known.contains($0) }.sorted()
    return rows + others.map { FleetDriftRow(name: $0, state: .other, differences: []) }
  }

  private func addOns(_ hub: APIReader) async throws -> [String: Set<String>] {
    guard fleet.clusters.contains(where: { !$0.addOns.isEmpty }) else { return [:] }
    var found: [String: Set<String>] = [:]
    for addOn in try await hub.presentList(.managedClusterAddOns) {
      guard let name = addOn.at("metadata", "name")?.string,
        let cluster = addOn.at("metadata", "namespace")?.string
      else { continue }
      found[cluster, default: []].insert(name)
    }
    return found
  }

  private func differences(
    _ cluster: FleetCluster, _ record: ManagedCluster, _ addOns: Set<String>
  ) throws -> [FleetDriftRow.Difference] {
    var differences: [FleetDriftRow.Difference] = []
    func compare(_ field: String, _ wanted: String?, _ present: String?) {
      guard let wanted, wanted != present else { return }
      differences.append(.init(field: field, file: wanted, hub: present))
    }
    for (key, value) in cluster.labels.sorted(by: { $0.key < $1.key }) {
      compare("labels[\(key)]", value, record.labels[key])
    }
    for (key, value) in cluster.annotations.sorted(by: { $0.key < $1.key }) {
      compare("annotations[\(key)]", value, record.annotations[key])
    }
    compare("clusterset", cluster.clusterSet, record.clusterSet)
    compare(
      "gates", cluster.gates?.sorted().joined(separator: ", "),
      record.readinessGates.types.sorted().joined(separator: ", "))
    let config = record.clientConfigs.first
    compare("url", cluster.url, config?.url)
    if let caFile = cluster.caFile {
      let wanted = try inputs.bytes(caFile, field: "caFile of \(cluster.name)")
      if wanted != config?.certificateAuthorities {
        let present = config?.certificateAuthorities == nil ? nil : "other certificates"
        compare("caFile", caFile, present)
      }
    }
    for addOn in cluster.addOns where !addOns.contains(addOn) { compare("addons", addOn, nil) }
    let state = RegistrationState.evaluate(record, now: now())
    compare("state", "registered", state.blocker?.message ?? "registered")
    return differences
  }
}
