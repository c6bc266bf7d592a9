import KubernetesClient
import RemoteHosts
import Sealer

extension CreateDraft {
  /// Installs sealer where the one that is wanted is not there; nil when it is.
  var sealerStep: Step? {
    guard let binary = specification.sealer.binary else { return nil }
    let wanted = specification.sealer.version.flatMap(SealerRelease.init)
    if let found = situation.machine.release, found.isKnown, wanted == nil || wanted == found {
      return nil
    }
    let local = request.machines.inputs.path(binary)
    let digest = specification.sealer.sha256
    return .onMachines(
      id: "sealer", title: "install sealer on \(host.address)",
      [.machine(host, .create, "Program", MachinePaths.sealer)]
    ) { [session, release, host] step in
      let file = try LocalFile(path: local)
      try await file.require(digest)
      _ = try await session.copy(file, to: MachinePaths.sealer, mode: "0755") { progress in
        step.tell(progress)
      }
      let text = try await session.check(
        "ask sealer for its version",
        "HOME=/root \(MachinePaths.sealer) version --short </dev/null", timeout: .seconds(60)
      ).text
      guard let found = SealerRelease(text), found.isKnown, wanted == nil || wanted == found else {
        throw CreateRefusal.sealerVersion(
          host: host.location.connection.server, found: text,
          wanted: wanted?.description ?? "0.8 to 0.11")
      }
      release.set(found)
      return StepResult(.done, message: "sealer \(found)", writes: 1)
    }
  }

  /// A key for this cluster alone, so that no password has to be in what sealer stores.
  var keysStep: Step {
    let changes = specification.hosts.map {
      PlannedChange.machine(
        $0, .update, "File", "~/.ssh/authorized_keys", note: "the cluster's own key")
    }
    return .onMachines(
      id: "keys", title: "let the first master log in to every machine",
      [.machine(host, .create, "File", paths.key)] + changes
    ) { [session, paths, request, users] _ in
      let key = try await session.check(
        "make a key", MachineScripts.makingKey,
        arguments: [paths.folder, MachineScripts.keyComment(request.name)], timeout: .seconds(60)
      ).text
      let machines = request.machines
      let results = await machines.connections.each(machines.specification.hosts) { host in
        let words = try await machines.session(host).check(
          "let the cluster's key log in", MachineScripts.addingKey, arguments: [key],
          asRoot: false, timeout: .seconds(60)
        ).text.split(separator: " ").map(String.init)
        return (host.address, words)
      }
      var added = 0
      for result in results {
        let (address, words) = try result.get()
        users.update { $0[address] = words.first ?? "root" }
        if words.contains("added") { added += 1 }
      }
      return StepResult(added > 0 ? .done : .unchanged, writes: added)
    }
  }

  /// Writes down what sealer is told.
  var clusterfileStep: Step {
    .onMachines(
      id: "clusterfile", title: "write the Clusterfile",
      [.machine(host, .update, "File", paths.clusterfile)]
    ) { [self] _ in
      let found = release.value ?? .newest
      let clusterfile = try ClusterfileMaking(
        specification: specification, inputs: request.machines.inputs, key: paths.key,
        users: users.value
      ).clusterfile()
      try await session.writeFile(
        Array(clusterfile.text(for: found).utf8), to: paths.clusterfile)
      return StepResult(.done, writes: 1)
    }
  }
}

extension StepContext {
  /// Tells how far a copy is, each tenth once: the callers' progress is finer.
  func tell(_ progress: CopyProgress) {
    guard progress.total > 0 else { return }
    let percent = progress.bytes * 100 / progress.total
    let word = progress.phase == .verifying ? "checked" : "copied to"
    try? self.progress("\(word) \(progress.host): \(percent)%")
  }
}

extension LocalFile {
  /// Throws unless the file has that SHA-256; nil takes any.
  func require(_ digest: String?) async throws {
    guard let digest else { return }
    let found = try await sha256()
    guard found != digest else { return }
    throw CreateRefusal.imageFile(path: path, reason: "its SHA-256 is \(found)")
  }
}
