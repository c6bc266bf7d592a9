import KubernetesClient
import RemoteHosts
import Sealer

/// The steps that take a cluster off its machines.
struct TearDown: Sendable {
  let draft: CreateDraft
  /// Machines that are gone, by address: nothing is done on them.
  var lost: Set<String> = []

  private var host: HostSpecification { draft.host }
  private var present: [HostSpecification] {
    draft.specification.hosts.filter { !lost.contains($0.address) }
  }
  private var sealer: SealerHost { draft.sealer }
  private var name: String { draft.name }

  /// The steps, in order.
  func steps() -> [Step] {
    var steps: [Step] = []
    if case .running = draft.situation.work.run { steps.append(stopStep) }
    return steps + [destroyStep, keysStep, forgetStep]
  }

  private var stopStep: Step {
    let work = draft.situation.work
    return .onMachines(
      id: "stop", title: "end the installation that is under way",
      [.machine(host, .delete, "Job", work.runName(work.number))]
    ) { [sealer] _ in
      let run = try sealer.run(
        work.runName(work.number),
        .create(clusterfile: sealer.paths.clusterfile, ignoresCache: false))
      try await run.cancel()
      return StepResult(.done, writes: 1)
    }
  }

  private var destroyStep: Step {
    .onMachines(
      id: "destroy", title: "take the cluster off its machines",
      present.map { .machine($0, .delete, "Node", $0.address, note: Self.data(of: $0)) }
    ) { [sealer, lost] step in
      try await sealer.destroy("destroy", step, without: lost)
      return StepResult(.done, writes: 1)
    }
  }

  /// What is lost with a machine's part of the cluster.
  private static func data(of host: HostSpecification) -> String {
    let state = host.isMaster ? "the cluster's state (etcd), " : ""
    return "with \(state)its containers, images and local volumes"
  }

  private var keysStep: Step {
    sealer.keyRemovalStep(
      present, title: "take the cluster's key off every machine")
  }

  /// The claim goes with the folder, last on the machine.
  private var forgetStep: Step {
    .onMachines(
      id: "forget", title: "remove what mcctl keeps on \(host.address)",
      [.machine(host, .delete, "Folder", sealer.paths.folder)]
    ) { [sealer, name] _ in
      let hasLogin = sealer.specification.image.registryAuth != nil
      try await sealer.session.check(
        "remove what mcctl keeps", MachineScripts.forgetting,
        arguments: [sealer.paths.folder, name, hasLogin ? MachinePaths.registryAuth : ""],
        timeout: .seconds(60))
      try await sealer.session.check("tidy up", MachineScripts.tidying, timeout: .seconds(60))
      return StepResult(.done, writes: 1)
    }
  }
}
