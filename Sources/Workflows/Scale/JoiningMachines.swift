import KubernetesClient
import RemoteHosts

/// The machines that are to join a cluster and are none of its nodes yet, and what there is to be judged of them.
struct JoiningMachines: Sendable {
  /// Each with the checks that make sense. One that an earlier attempt let in by half is not judged by what that left, and
  /// one that sealer works on, or has let join, is not looked at.
  let subjects: [HostChecks.Subject]

  /// Looks how far sealer is with each.
  static func read(
    _ request: ScaleRequest, _ standing: StandingCluster
  ) async throws -> JoiningMachines {
    guard !request.joining.isEmpty else { return JoiningMachines(subjects: []) }
    let presence = ClusterPresence(
      members: try await standing.sealer.members(), nodes: standing.nodes)
    var subjects: [HostChecks.Subject] = []
    for group in ScaleGroups(request).joining {
      let work = try await standing.sealer.work(ScaleGroups.joiningPart(group, request.change))
      guard !work.isUnderWay, !work.isDone else { continue }
      for host in group {
        guard standing.nodes.node(host.address)?.isReady != true else { continue }
        let isHalf = work.hasFailed || presence.knows(host)
        subjects.append(
          HostChecks.Subject(host: host, extent: isHalf ? .withoutLeftovers : .all))
      }
    }
    return JoiningMachines(subjects: subjects)
  }

  /// Makes the checks, with the first master as the one that they are to join; nil when none is to be judged.
  func inspection(
    _ machines: Machines, _ nodes: ClusterNodes
  ) async throws -> MachineInspection? {
    guard !subjects.isEmpty else { return nil }
    let first = HostChecks.Subject(
      host: machines.specification.firstMaster, extent: .reachingOthers)
    return try await .made(machines, of: [first] + subjects, nodes: nodes)
  }

  /// What is found of another cluster on machines that should be bare, by address: a check that is ignored does not let
  /// another cluster's machine join.
  ///
  /// - Parameter isRefused: whether the checks stand against it already; nothing is looked at then.
  func foreign(_ machines: Machines, unless isRefused: Bool) async throws -> [String: String] {
    let bare = isRefused ? [] : subjects.filter { $0.extent == .all }.map(\.host)
    let found = await machines.connections.each(bare) { host in
      try await machines.session(host).look(
        "look for a cluster", MachineScripts.clusterFiles, timeout: .seconds(60)
      ).text
    }
    var foreign: [String: String] = [:]
    for (host, result) in zip(bare, found) {
      let file = try result.get()
      if !file.isEmpty { foreign[host.address] = file }
    }
    return foreign
  }
}
