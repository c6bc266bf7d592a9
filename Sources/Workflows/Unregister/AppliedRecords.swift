import Documents
import KubernetesClient
import OpenClusterManagement

/// What an agent that is gone already has left on its cluster: the records of its works, which own what the works
/// brought. Nobody but mcctl is there to take them away.
struct AppliedRecords: Sendable {
  let works: [ManifestWork]
  let policy: UnregisterRequest.WorksPolicy
  let reader: APIReader
  let location: ClusterLocation

  /// The step that removes them; nil when there are none.
  func step() async throws -> Step? {
    let found = try await records()
    guard !found.isEmpty else { return nil }
    let note = policy == .orphan ? "what it brought stays" : "what it brought goes with it"
    let changes = found.map {
      PlannedChange(location: location, object: $0.reference, action: .delete, note: note)
    }
    return Step(
      id: "records", title: "remove what the agent had applied", location: location,
      changes: changes, needs: changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    ) { context in
      let writer = try context.writer(location.side)
      var writes = 0
      let records = try await records()
      let going = AppliedObjects(records: records.filter { !isOrphaned($0) }, reader: reader)
      let objects = try await going.references()
      for record in records { writes += try await remove(record, writer) }
      if context.mode.isPersistent {
        try await DeletionSteps(reader: reader, location: location)
          .awaitGone(records.map(\.reference) + objects, context)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// The records of the works that the hub has for this cluster.
  private func records() async throws -> [AppliedManifestWork] {
    let names = Set(works.map(\.name))
    return try await reader.presentList(.appliedManifestWorks).map(AppliedManifestWork.init)
      .filter { names.contains($0.manifestWorkName) }
  }

  private func isOrphaned(_ record: AppliedManifestWork) -> Bool {
    policy == .orphan
      || works.contains { $0.name == record.manifestWorkName && $0.deletionPolicy == "Orphan" }
  }

  private func remove(_ record: AppliedManifestWork, _ writer: APIWriter) async throws -> Int {
    var writes = 0
    if !record.isBeingDeleted {
      let options = DeleteOptions(
        propagation: isOrphaned(record) ? .orphan : .background, uid: record.uid)
      do {
        try await writer.delete(.appliedManifestWorks, record.name, options)
        writes += 1
      } catch KubernetesError.notFound {
        return 0
      }
    }
    return writes
      + (try await FinalizerRemoval(writer: writer).remove(
        [Names.Finalizer.appliedManifestWork], from: record.value, .appliedManifestWorks))
  }
}
