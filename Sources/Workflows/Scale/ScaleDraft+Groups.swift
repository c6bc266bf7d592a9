import Documents
import KubernetesClient
import Sealer

extension ScaleDraft {
  /// A group of machines joins, in one run of sealer. It does not join twice: what a failed attempt left of a machine is
  /// taken out before the next one, since kubeadm does not join a machine that has half joined.
  func joiningStep(_ group: [HostSpecification]) -> Step {
    let part = ScaleGroups.joiningPart(group, change)
    let addresses = group.map(\.address).joined(separator: ", ")
    return .onMachines(
      id: "join-\(ScaleGroups.word(group))", title: "let \(addresses) join",
      group.map { .machine($0, .create, "Node", $0.address, note: $0.isMaster ? "master" : nil) }
    ) { [self] step in
      let work = try await sealer.work(part)
      guard !work.isDone else { return StepResult(.unchanged) }
      if !work.isUnderWay {
        let presence = try await presence(before: work, step)
        let known = group.filter(presence.knows)
        let halves = known.filter { presence.nodes.node($0.address)?.isReady != true }
        if !halves.isEmpty {
          try step.progress(
            "taking out what is left of \(halves.map(\.address).joined(separator: ", "))")
          try await sealer.finish("scale-clean", removal(of: halves), step)
        } else if known.count == group.count {
          return StepResult(.unchanged, message: "they have joined already")
        }
        let present = (request.site.specification.hosts + request.leaving).filter { host in
          presence.knows(host) && !group.contains { $0.address == host.address }
        }
        // sealer leaves alone what is in the cluster and not in the file; what it finds new joins.
        try await sealer.writeClusterfile(present + group, step)
      }
      try await sealer.attempt(work, step) { number in
        .join(clusterfile: sealer.paths.clusterfile, ignoresCache: number > 1)
      }
      return StepResult(.done, writes: 1)
    }
  }

  /// Waits until a group's machines are nodes that are ready.
  func readyStep(_ group: [HostSpecification]) -> Step {
    let addresses = group.map(\.address).joined(separator: ", ")
    return .wait(
      id: "ready-\(ScaleGroups.word(group))",
      title: group.count > 1
        ? "\(addresses) are nodes that are ready" : "\(addresses) is a node that is ready",
      location: location,
      changes: group.map {
        PlannedChange(
          location: location, object: ObjectReference(type: .nodes, name: "<\($0.address)>"),
          action: .wait)
      }
    ) { step in
      try await step.wait(for: "\(addresses) to be ready in the cluster", managed) {
        $0.complaint(of: group)
      }
      let writes = try await uncordon(group, step)
      return StepResult(.done, writes: writes)
    }
  }

  /// A machine that was to leave and stays after all takes pods again.
  private func uncordon(_ group: [HostSpecification], _ step: StepContext) async throws -> Int {
    let nodes = try await ClusterNodes.read(managed)
    let closed = group.compactMap { nodes.node($0.address) }.filter { !$0.isSchedulable }
    for node in closed {
      _ = try await step.managedWriter().patch(
        .nodes, node.name, .merge(["spec": ["unschedulable": .null]]))
    }
    return closed.count
  }

  /// A group of machines leaves, in one run of sealer.
  func leavingStep(_ group: [HostSpecification]) -> Step {
    let part = "scale-\(change.number)-leave-\(ScaleGroups.word(group))"
    let addresses = group.map(\.address).joined(separator: ", ")
    return .onMachines(
      id: "leave-\(ScaleGroups.word(group))", title: "take \(addresses) out",
      group.map {
        .machine(
          $0, .delete, "Node", $0.address,
          note: request.isLost($0) ? "it is gone: only from the cluster" : nil)
      }
    ) { [self] step in
      let work = try await sealer.work(part)
      guard !work.isDone else { return StepResult(.unchanged) }
      if !work.isUnderWay {
        let presence = try await presence(before: work, step)
        guard group.contains(where: presence.knows) else {
          return StepResult(.unchanged, message: "sealer does not know them")
        }
      }
      try await sealer.attempt(work, step) { _ in removal(of: group) }
      return StepResult(.done, writes: 1)
    }
  }

  /// Who belongs to the cluster before an attempt; one that was lost counts as failed from now on.
  private func presence(
    before work: SealerWork, _ step: StepContext
  ) async throws -> ClusterPresence {
    try await sealer.noteLoss(of: work, step)
    return ClusterPresence(
      members: try await sealer.members(), nodes: try await ClusterNodes.read(managed))
  }

  private func removal(of hosts: [HostSpecification]) -> SealerCommand {
    .remove(
      masters: hosts.filter(\.isMaster).map(\.address),
      nodes: hosts.filter { !$0.isMaster }.map(\.address), clusterfile: sealer.statePath)
  }
}
