import KubernetesClient
import Sealer

extension CreateDraft {
  /// What an attempt left that had got so far that sealer cannot simply start again.
  var cleaningStep: Step {
    .onMachines(
      id: "clean", title: "clean what the failed attempt left",
      [.machine(host, .delete, "Cluster", "my-cluster", note: "sealer delete --all")]
    ) { [sealer, situation] step in
      try await sealer.noteLoss(of: situation.work, step)
      try await sealer.destroy("clean", step)
      return StepResult(.done, writes: 1)
    }
  }

  /// The installation itself.
  var installationStep: Step {
    .onMachines(
      id: "install", title: "run sealer on \(host.address)",
      specification.hosts.map { .machine($0, .create, "Node", $0.address) }
    ) { [sealer, situation] step in
      try await sealer.attempt(situation.work, step) { number in
        .create(clusterfile: sealer.paths.clusterfile, ignoresCache: number > 1)
      }
      return StepResult(.done, writes: 1)
    }
  }
}
