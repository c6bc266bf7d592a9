import Crypto
import Documents
import Foundation

/// Applies one ManifestWork and keeps the record of what it applied (OCM work,
/// spoke/controllers/manifestcontroller).
struct WorkReconciler: Sendable {
  let agent: AgentContext
  let hub: any HubClient
  /// SHA-256 of the hub's URL, in hexadecimal.
  let hubHash: String
  /// The agent's id that records are marked with.
  let agentID: String
  /// The managed cluster as field manager `work-agent` changes it.
  let spoke: RestrictedClient

  /// SHA-256 of a hub's URL, in hexadecimal.
  static func hash(of server: String) -> String {
    SHA256.hash(data: Array(server.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0\(text)" : text
    }.joined()
  }

  func recordName(_ work: String) -> String { "\(hubHash)-\(work)" }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let work = try await hub.find(.manifestWorks, name, agent.cluster) else {
      return .settled
    }
    if work.isTerminating { return try await finish(work) }
    guard work.finalizers.contains(OCM.workFinalizer) else {
      try await hub.addFinalizers([OCM.workFinalizer], to: .manifestWorks, name, agent.cluster)
      return .settled
    }
    if work.hasCondition("Complete", .yes) { return .settled }
    try await apply(work)
    return .again(after: agent.pace.resync * 5)
  }

  private func apply(_ work: Value) async throws {
    let record = try await ensureRecord(of: work)
    let owner: Value = [
      "apiVersion": .string(Kind.appliedManifestWorks.apiVersion), "kind": "AppliedManifestWork",
      "name": .string(record.objectName), "uid": .string(record.objectUID),
    ]
    let applier = ManifestApplier(
      spoke: spoke, catalog: agent.managed.catalog, allows: agent.managed.allows)
    let results = try await applier.apply(work, owner: owner)
    try await note(results, in: record, work: work.objectName)
    let status = WorkStatus(spoke: spoke, catalog: agent.managed.catalog)
    let availability = try await status.observe(results, work)
    try await hub.modify(
      .manifestWorks, work.objectName, agent.cluster, subresource: "status"
    ) { object in
      guard !object.isTerminating, object.objectGeneration == work.objectGeneration else { return }
      status.write(results, availability, into: &object)
    }
  }

  private func ensureRecord(of work: Value) async throws -> Value {
    let name = recordName(work.objectName)
    let spec: Value = [
      "agentID": .string(agentID), "hubHash": .string(hubHash),
      "manifestWorkName": .string(work.objectName),
    ]
    let present = try await spoke.modify(.appliedManifestWorks, name) { record in
      if record["spec"] != spec { record["spec"] = spec }
    }
    if let present { return present }
    var metadata = ManifestBuilder.metadata(name, labels: work.objectLabels)
    metadata["finalizers"] = [.string(OCM.appliedWorkFinalizer)]
    return try await spoke.create(
      .appliedManifestWorks,
      [
        "apiVersion": .string(Kind.appliedManifestWorks.apiVersion),
        "kind": "AppliedManifestWork", "metadata": metadata, "spec": spec,
      ], nil)
  }

  /// Notes what is applied, and deletes what the work no longer contains.
  private func note(_ results: [ApplyResult], in record: Value, work: String) async throws {
    guard let applied = try await applied(results) else { return }
    let before = (record.at("status", "appliedResources")?.array ?? [])
      .map(AppliedResource.init(document:))
    let dropped = before.filter { old in !applied.contains { $0.isSame(as: old) } }
    let left = try await AppliedResources(spoke: spoke, owner: record.objectUID).delete(dropped)
    let noted = (applied + left).sorted { $0.order < $1.order }
    try await spoke.modify(
      .appliedManifestWorks, record.objectName, subresource: "status"
    ) { object in
      object.set(.array(noted.map(\.document)), at: "status", "appliedResources")
    }
    if !left.isEmpty { throw ResourcesPending(count: left.count) }
  }

  /// What is in the cluster of a work's manifests. Nil when that cannot be told of one, because its
  /// type is unknown or may not be read: then the record stays as it was.
  private func applied(_ results: [ApplyResult]) async throws -> [AppliedResource]? {
    var applied: [AppliedResource] = []
    for result in results {
      guard let kind = result.meta.kind else { return nil }
      do {
        var object = result.object
        if object == nil {
          object = try await spoke.find(kind, result.meta.name, result.meta.place)
        }
        if let object { applied.append(AppliedResource(result.meta, kind, object)) }
      } catch is APIFailure {
        return nil
      }
    }
    return applied
  }

  /// Deletes the record, which takes the objects with it, and lets the work go when it is gone.
  private func finish(_ work: Value) async throws -> Controller.Outcome {
    guard work.finalizers.contains(OCM.workFinalizer) else { return .settled }
    let name = recordName(work.objectName)
    if let record = try await spoke.find(.appliedManifestWorks, name) {
      if !record.isTerminating {
        try await hub.modify(
          .manifestWorks, work.objectName, agent.cluster, subresource: "status"
        ) { object in
          object.setCondition(
            StatusCondition(
              "Deleting", .yes, "WorkDeleting", "ManifestWork is being deleted",
              observedGeneration: object.objectGeneration))
        }
        try await spoke.ensureAbsent(.appliedManifestWorks, name)
      }
      return .again(after: agent.pace.requeue)
    }
    try await hub.removeFinalizers(
      [OCM.workFinalizer], from: .manifestWorks, work.objectName, agent.cluster)
    return .settled
  }
}

/// Objects that are no longer part of a work, and not gone yet.
struct ResourcesPending: Error, Sendable, CustomStringConvertible {
  let count: Int
  var description: String { "\(count) resources pending deletion" }
}
