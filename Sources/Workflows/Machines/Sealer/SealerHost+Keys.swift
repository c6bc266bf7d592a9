import KubernetesClient
import RemoteHosts

extension SealerHost {
  /// A key for this cluster alone, so that no password has to be in what sealer stores, let in on machines.
  func keysStep(_ hosts: [HostSpecification]) -> Step {
    let changes = hosts.map {
      PlannedChange.machine(
        $0, .update, "File", "~/.ssh/authorized_keys", note: "the cluster's own key")
    }
    return .onMachines(
      id: "keys", title: "let the first master log in to every machine",
      [.machine(host, .create, "File", paths.key)] + changes
    ) { [self] step in
      let added = try await spreadKey(to: hosts, by: step.changingMachines())
      return StepResult(added > 0 ? .done : .unchanged, writes: added)
    }
  }

  /// Takes the cluster's key off machines.
  func keyRemovalStep(_ hosts: [HostSpecification], title: String) -> Step {
    site.keyRemovalStep(hosts, title: title)
  }

  /// Makes the key unless it is there, and lets it in; on how many machines it was not let in before.
  private func spreadKey(
    to hosts: [HostSpecification], by grant: HostWriteGrant
  ) async throws -> Int {
    let key = try await session.check(
      "make a key", MachineScripts.makingKey,
      arguments: [paths.folder, MachineScripts.keyComment(name)], timeout: .seconds(60), by: grant
    ).text
    let machines = site.machines
    let results = await machines.connections.each(hosts) { host in
      let words = try await machines.session(host).check(
        "let the cluster's key log in", MachineScripts.addingKey, arguments: [key],
        asRoot: false, timeout: .seconds(60), by: grant
      ).text.split(separator: " ").map(String.init)
      return (host.address, words)
    }
    var added = 0
    for result in results {
      let (address, words) = try result.get()
      users.update { $0[address] = words.first ?? "root" }
      if words.contains("added") { added += 1 }
    }
    return added
  }
}

extension ClusterSite {
  /// Takes the cluster's key off machines.
  func keyRemovalStep(_ hosts: [HostSpecification], title: String) -> Step {
    .onMachines(
      id: "keys-off", title: title,
      hosts.map {
        .machine($0, .update, "File", "~/.ssh/authorized_keys", note: "without the cluster's key")
      }
    ) { [machines, name] step in
      let grant = try step.changingMachines()
      let comment = MachineScripts.keyComment(name)
      let results = await machines.connections.each(hosts) { host in
        try await machines.session(host).check(
          "take the cluster's key away", MachineScripts.removingKey, arguments: [comment],
          asRoot: false, timeout: .seconds(60), by: grant
        ).text == "removed"
      }
      let removed = try results.map { try $0.get() }.filter(\.self).count
      return StepResult(removed > 0 ? .done : .unchanged, writes: removed)
    }
  }
}
