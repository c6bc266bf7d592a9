import Documents
import KubernetesClient
import OpenClusterManagement

/// A change to a ManagedCluster that others write too: made from what is there now, written only if
/// nobody wrote in between, and made again if somebody did.
struct ClusterEdit: Sendable {
  /// The cluster's name.
  let name: String
  /// The hub.
  let location: ClusterLocation
  /// The part of the object to write; nil for the object itself.
  var subresource: String?
  /// Render what differs, for a plan that is to be read.
  var showsDifference = false
  /// The whole object as it shall be; the same object when there is nothing to change.
  let desired: @Sendable (ManagedCluster) -> Value

  private var reference: ObjectReference { ObjectReference(type: .managedClusters, name: name) }

  /// What the caller has to be allowed.
  var needs: [AccessNeed] {
    [
      AccessNeed(
        .hub, AccessAttributes("patch", .managedClusters, subresource: subresource, name: name))
    ]
  }

  /// What will happen to the cluster as it is now.
  func change(of cluster: ManagedCluster) -> PlannedChange {
    let after = desired(cluster)
    let fields = Difference.changes(from: cluster.value, to: after)
    return PlannedChange(
      location: location, object: reference, action: fields.isEmpty ? .unchanged : .update,
      fields: fields,
      lines: showsDifference ? Difference.lines(from: cluster.value, to: after) : [])
  }

  /// Writes what differs.
  func run(_ hub: APIWriter) async throws -> StepResult {
    try await Convergence.run {
      let present = try await hub.reader.get(.managedClusters, name)
      guard var patch = MergePatch.between(present, desired(ManagedCluster(present))) else {
        return StepResult(.unchanged, writes: 0)
      }
      patch.set(present.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      _ = try await hub.patch(.managedClusters, name, .merge(patch), subresource: subresource)
      return StepResult(.done, writes: 1)
    }
  }
}
