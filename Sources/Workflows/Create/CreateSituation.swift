import KubernetesClient
import OpenClusterManagement
import RemoteHosts

/// What is there before a cluster is created, on the hub and on the first master.
struct CreateSituation: Sendable {
  /// The record on the hub.
  let record: ManagedCluster?
  /// What the hub keeps of a cluster that mcctl created.
  let origin: ClusterOrigin?
  /// Who the hub is: the UID of its namespace kube-system.
  let hub: String
  /// What is on the first master.
  let machine: MachineState
  /// How far sealer is with it.
  let work: SealerWork
  /// The first master.
  let session: RemoteSession

  /// Looks at both sides.
  static func read(
    _ site: ClusterSite, _ context: PlanningContext
  ) async throws -> CreateSituation {
    let name = site.name
    let record = try await context.hub.present(
      ObjectReference(type: .managedClusters, name: name))
    let origin = try await ClusterOrigin.read(name, context.hub)
    let session = try await site.machines.first()
    return CreateSituation(
      record: record.map(ManagedCluster.init), origin: origin,
      hub: try await context.hub.clusterIdentity(),
      machine: try await MachineState.read(
        session, site.paths, image: site.specification.image.name),
      work: try await SealerWork.creation(of: site, on: session),
      session: session)
  }

  /// Whether sealer is done, and the cluster is there.
  var isCreated: Bool { work.isDone }
  /// Whether a run of sealer is under way, or ended without having been read to the end.
  var isUnderWay: Bool { work.isUnderWay }
  /// Whether a failed attempt has left something that stands against the next one.
  var needsCleaning: Bool { work.needsCleaning }
}
