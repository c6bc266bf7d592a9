import Documents
import KubernetesClient
import RemoteHosts

/// What is there before the machines of a cluster change: on the hub, in the cluster and on the machines.
struct ScaleSituation: Sendable {
  /// The cluster as it stands.
  let standing: StandingCluster
  /// What the checks of the machines say that are to join; nil when none is to be judged.
  let inspection: MachineInspection?
  /// What was found of a cluster on machines that are to join, by address.
  let foreign: [String: String]

  /// Looks everywhere. Every machine but those that are lost is logged in to, which verifies its key.
  static func read(
    _ request: ScaleRequest, _ context: PlanningContext, _ managed: APIReader
  ) async throws -> ScaleSituation {
    let standing = try await StandingCluster.read(
      request.site, before: request.change, context, managed)
    let joining = try await JoiningMachines.read(request, standing)
    try await reach(request, without: joining.subjects.map(\.host))
    let inspection = try await joining.inspection(request.site.machines, standing.nodes)
    return ScaleSituation(
      standing: standing, inspection: inspection,
      foreign: try await joining.foreign(
        request.site.machines, unless: inspection?.refusal(.changeMachinesUnfit) != nil))
  }

  /// Logs in to all machines that something is done on, but for those that the checks tell of.
  private static func reach(
    _ request: ScaleRequest, without judged: [HostSpecification]
  ) async throws {
    let leaving = request.leaving.filter { !request.isLost($0) }
    let staying = request.site.specification.hosts.filter { !judged.contains($0) }
    try await request.site.machines.reach(staying + leaving) { host, error in
      guard leaving.contains(host) else { return nil }
      return ScaleRefusal.unreachable(
        address: host.address, reason: WorkflowError(mapping: error).why ?? "\(error)")
    }
  }
}

extension ScaleRequest {
  /// The machines that join.
  var joining: [HostSpecification] {
    site.specification.hosts.filter { change.added.contains($0.address) }
  }
  /// The machines that leave.
  var leaving: [HostSpecification] {
    let ssh = site.specification.document.at("spec", "ssh") ?? .object(Object())
    return change.removed.map { HostSpecification($0, over: ssh) }
  }
  /// Whether a machine that leaves is gone.
  func isLost(_ host: HostSpecification) -> Bool { change.lost.contains(host.address) }
}
