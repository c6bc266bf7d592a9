import KubernetesClient
import RemoteHosts
import Sealer

/// The steps that take a cluster off its machines.
struct TearDown: Sendable {
  let draft: CreateDraft
  /// The runs of sealer that are under way, but for the one that takes the cluster down: see
  /// ``SealerHost/runsBesideDestruction()``.
  let runs: [String]
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
    (runs.isEmpty ? [] : [stopStep]) + [destroyStep, keysStep, forgetStep]
  }

  /// Two runs of sealer must never work on the same machines.
  private var stopStep: Step {
    .onMachines(
      id: "stop", title: "end what sealer is doing on \(host.address)",
      runs.map { .machine(host, .delete, "Job", $0, note: "it is under way") }
    ) { [sealer, runs] step in
      for run in runs {
        try step.progress("ending \(run)")
        try await DetachedJob(id: run, on: sealer.session).cancel(by: step.changingMachines())
      }
      return StepResult(.done, writes: runs.count)
    }
  }

  private var destroyStep: Step {
    .onMachines(
      id: "destroy", title: "take the cluster off its machines",
      present.map { .machine($0, .delete, "Node", $0.address, note: Self.data(of: $0)) }
    ) { [sealer, lost] step in
      try await sealer.destroy(SealerHost.destruction, step, without: lost)
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
    ) { [sealer, name] step in
      let grant = try step.changingMachines()
      let hasLogin = sealer.specification.image.registryAuth != nil
      try await sealer.session.check(
        "remove what mcctl keeps", MachineScripts.forgetting,
        arguments: [sealer.paths.folder, name, hasLogin ? MachinePaths.registryAuth : ""],
        timeout: .seconds(60), by: grant)
      try await sealer.session.check(
        "tidy up", MachineScripts.tidying, timeout: .seconds(60), by: grant)
      return StepResult(.done, writes: 1)
    }
  }
}
