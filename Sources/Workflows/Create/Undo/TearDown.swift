import KubernetesClient
import RemoteHosts
import Sealer

/// The steps that take a cluster off its machines.
struct TearDown: Sendable {
  let draft: CreateDraft
  /// Machines that are gone, by address: nothing is done on them.
  var lost: Set<String> = []

  private var host: HostSpecification { draft.host }
  private var paths: MachinePaths { draft.paths }
  private var session: RemoteSession { draft.session }
  private var name: String { draft.request.name }

  /// The steps, in order.
  func steps() -> [Step] {
    var steps: [Step] = []
    if case .running = draft.situation.run { steps.append(stopStep) }
    return steps + [destroyStep, keysStep, forgetStep]
  }

  private var stopStep: Step {
    .onMachines(
      id: "stop", title: "end the installation that is under way",
      [.machine(host, .delete, "Job", CreateSituation.runName(name, draft.situation.number))]
    ) { [self] _ in
      let run = try draft.sealerRun(
        CreateSituation.runName(name, draft.situation.number),
        .create(clusterfile: paths.clusterfile, ignoresCache: false))
      try await run.cancel()
      return StepResult(.done, writes: 1)
    }
  }

  private var destroyStep: Step {
    .onMachines(
      id: "destroy", title: "take the cluster off its machines",
      draft.specification.hosts.map { .machine($0, .delete, "Node", $0.address) }
    ) { [self] step in
      try await draft.destroy("destroy", step)
      return StepResult(.done, writes: 1)
    }
  }

  private var keysStep: Step {
    .onMachines(
      id: "keys", title: "take the cluster's key off every machine",
      draft.specification.hosts.map {
        .machine($0, .update, "File", "~/.ssh/authorized_keys", note: "without the cluster's key")
      }
    ) { [self] step in
      let machines = draft.request.machines
      let comment = MachineScripts.keyComment(name)
      let present = draft.specification.hosts.filter { !lost.contains($0.address) }
      let results = await machines.connections.each(present) { host in
        try await machines.session(host).check(
          "take the cluster's key away", MachineScripts.removingKey, arguments: [comment],
          asRoot: false, timeout: .seconds(60)
        ).text == "removed"
      }
      let removed = try results.map { try $0.get() }.filter(\.self).count
      return StepResult(removed > 0 ? .done : .unchanged, writes: removed)
    }
  }

  /// The claim goes with the folder, last on the machine.
  private var forgetStep: Step {
    .onMachines(
      id: "forget", title: "remove what mcctl keeps on \(host.address)",
      [.machine(host, .delete, "Folder", paths.folder)]
    ) { [self] _ in
      try await session.check(
        "remove what mcctl keeps", MachineScripts.forgetting, arguments: [paths.folder, name],
        timeout: .seconds(60))
      return StepResult(.done, writes: 1)
    }
  }
}
