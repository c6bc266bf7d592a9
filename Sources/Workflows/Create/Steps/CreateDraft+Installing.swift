import KubernetesClient
import RemoteHosts
import Sealer

extension CreateDraft {
  /// Brings the image to the first master; nil when it is there.
  var imageStep: Step? {
    guard !situation.machine.hasImage else { return nil }
    let image = specification.image
    let origin = image.file.map { "from \($0)" } ?? "from its registry"
    return .onMachines(
      id: "image", title: "bring the image to \(host.address)",
      [.machine(host, .create, "Image", image.name, note: origin)]
    ) { [self] step in
      try await writeRegistryAuth()
      guard let file = image.file else {
        try await finish("load", .pull(image: image.name, platform: image.platform), step)
        return StepResult(.done, writes: 1)
      }
      let local = try LocalFile(path: request.machines.inputs.path(file))
      try await local.require(image.sha256)
      _ = try await session.copy(local, to: paths.image) { step.tell($0) }
      try await finish("load", .load(file: paths.image), step)
      try await session.removeFile(paths.image)
      return StepResult(.done, writes: 1)
    }
  }

  /// What an attempt left that had got so far that sealer cannot simply start again.
  var cleaningStep: Step {
    .onMachines(
      id: "clean", title: "clean what the failed attempt left",
      [.machine(host, .delete, "Cluster", "my-cluster", note: "sealer delete --all")]
    ) { [self] step in
      let number = situation.number
      try await destroy("clean", step)
      let attempt = Attempt(number: number, failure: "unknown", needsCleaning: false)
      if case .lost = situation.run {
        try await session.writeFile(attempt.bytes, to: paths.attempt)
      }
      return StepResult(.done, writes: 1)
    }
  }

  /// The installation itself.
  var installationStep: Step {
    let number = installationNumber
    return .onMachines(
      id: "install", title: "run sealer on \(host.address)",
      specification.hosts.map { .machine($0, .create, "Node", $0.address) }
    ) { [self] step in
      let run = try sealerRun(
        CreateSituation.runName(request.name, number),
        .create(clusterfile: paths.clusterfile, ignoresCache: number > 1))
      let ended = try await run.run(step)
      let failure = ended.isLost ? SealerFailure.unknown : ended.verdict.failure
      let changed = ended.verdict.stage?.changesHosts ?? false
      let attempt = Attempt(
        number: number, failure: failure?.rawValue,
        needsCleaning: failure.map { ended.isLost || changed || $0.needsCleaning } ?? false)
      try await session.writeFile(attempt.bytes, to: paths.attempt)
      guard failure != nil else { return StepResult(.done, writes: 1) }
      throw SealerFailed(
        host: session.host.label, verdict: ended.verdict, isLost: ended.isLost,
        transcript: paths.transcript(run.id), command: "mcctl create \(request.name)")
    }
  }

  /// After a run that was lost, the next number; see ``CreateSituation/number``.
  private var installationNumber: Int {
    if case .lost = situation.run { return situation.number + 1 }
    return situation.number
  }

  /// A run of sealer on the first master.
  func sealerRun(_ id: String, _ command: SealerCommand) throws -> SealerRun {
    SealerRun(
      id: id, session: session, release: release.value ?? .newest, command: command,
      paths: paths, redaction: Redaction(secrets: try secrets()), transcript: request.transcript)
  }

  /// Runs sealer for something that can be done again and again.
  private func finish(_ name: String, _ command: SealerCommand, _ step: StepContext) async throws {
    let run = try sealerRun("\(request.name)-\(name)-\(installationNumber)", command)
    if case .running = try await run.state() {} else { try await run.forget() }
    let ended = try await run.run(step)
    guard ended.verdict.failure != nil || ended.isLost else { return }
    throw SealerFailed(
      host: session.host.label, verdict: ended.verdict, isLost: ended.isLost,
      transcript: paths.transcript(run.id), command: "mcctl create \(request.name)")
  }

  /// Takes down what sealer has put up, as far as it remembers any of it.
  func destroy(_ name: String, _ step: StepContext) async throws {
    let state = (release.value ?? .newest).statePath(cluster: "my-cluster")
    let known = try await session.readFile(state) != nil
    let written = try await session.readFile(paths.clusterfile) != nil
    guard known || written else { return }
    try await finish(name, .destroy(clusterfile: known ? state : paths.clusterfile), step)
  }

  /// The login at the image's registry, where sealer looks for it.
  private func writeRegistryAuth() async throws {
    guard let secret = specification.image.registryAuth else { return }
    let text = try request.machines.inputs.secret(secret, field: "image.registryAuth").revealed
    try await session.writeFile(Array(text.utf8), to: MachinePaths.registryAuth)
  }

  /// Everything that must not be seen in what sealer says.
  private func secrets() throws -> [String] {
    let inputs = request.machines.inputs
    let registries = [specification.registry.local, specification.registry.external]
    var sources = registries.compactMap { $0?.password }
    for host in specification.hosts {
      sources += [host.ssh.password, host.ssh.keyPassphrase].compactMap(\.self)
    }
    // What cannot be read was not used either.
    return Set(sources).compactMap {
      guard let secret = try? inputs.secret($0, field: "") else { return nil }
      return String(secret.revealed.prefix { !$0.isNewline })
    }
  }
}
