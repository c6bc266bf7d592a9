import KubernetesClient
import RemoteHosts
import Sealer

extension SealerHost {
  /// Installs sealer where the one that is wanted is not there; nil when it is.
  var installingStep: Step? {
    guard let binary = specification.sealer.binary else { return nil }
    let wanted = specification.sealer.version.flatMap(SealerRelease.init)
    if let found = release.value, found.isKnown, wanted == nil || wanted == found { return nil }
    let local = site.machines.inputs.path(binary)
    let digest = specification.sealer.sha256
    return .onMachines(
      id: "sealer", title: "install sealer on \(host.address)",
      [.machine(host, .create, "Program", MachinePaths.sealer)]
    ) { [session, release, host, paths] step in
      let grant = try step.changingMachines()
      let file = try LocalFile(path: local)
      try await file.require(digest)
      try await session.writeFile(
        Array(try await file.sha256().utf8), to: paths.installedSealer, by: grant)
      _ = try await session.copy(file, to: MachinePaths.sealer, mode: "0755", by: grant) {
        progress in
        step.tell(progress)
      }
      let text = try await session.check(
        "ask sealer for its version",
        "HOME=/root \(MachinePaths.sealer) \"$@\" </dev/null",
        arguments: SealerCommand.version.arguments(for: .newest), timeout: .seconds(60), by: grant
      ).text
      guard let found = SealerRelease(text), found.isKnown, wanted == nil || wanted == found else {
        throw SealerRefusal.version(
          host: host.location.connection.server, found: text,
          wanted: wanted?.description ?? "0.8 to 0.11")
      }
      release.set(found)
      return StepResult(.done, message: "sealer \(found)", writes: 1)
    }
  }

  /// Brings the image to the first master; nil when it is there.
  func imageStep(_ machine: MachineState) -> Step? {
    guard !machine.hasImage else { return nil }
    let image = specification.image
    let origin = image.file.map { "from \($0)" } ?? "from its registry"
    return .onMachines(
      id: "image", title: "bring the image to \(host.address)",
      [.machine(host, .create, "Image", image.name, note: origin)]
    ) { [self] step in
      let grant = try step.changingMachines()
      try await writeRegistryAuth(grant)
      guard let file = image.file else {
        try await finish("load", .pull(image: image.name, platform: image.platform), step)
        return StepResult(.done, writes: 1)
      }
      let local = try LocalFile(path: site.machines.inputs.path(file))
      try await local.require(image.sha256)
      _ = try await session.copy(local, to: paths.image, by: grant) { step.tell($0) }
      try await finish("load", .load(file: paths.image), step)
      try await session.removeFile(paths.image, by: grant)
      return StepResult(.done, writes: 1)
    }
  }

  /// The login at the image's registry, where sealer looks for it.
  private func writeRegistryAuth(_ grant: HostWriteGrant) async throws {
    guard let secret = specification.image.registryAuth else { return }
    let text = try site.machines.inputs.secret(secret, field: "image.registryAuth").revealed
    try await session.writeFile(Array(text.utf8), to: MachinePaths.registryAuth, by: grant)
  }

  /// Writes down what sealer is told of a whole cluster.
  var clusterfileStep: Step {
    .onMachines(
      id: "clusterfile", title: "write the Clusterfile",
      [.machine(host, .update, "File", paths.clusterfile)]
    ) { [self] step in
      try await writeClusterfile(specification.hosts, step)
      return StepResult(.done, writes: 1)
    }
  }

  /// Writes down what sealer is told of a cluster of these machines.
  ///
  /// - Parameter path: where; nil for the cluster's own Clusterfile.
  func writeClusterfile(
    _ hosts: [HostSpecification], to path: String? = nil, _ step: StepContext
  ) async throws {
    let clusterfile = try ClusterfileMaking(
      specification: specification, hosts: hosts, inputs: site.machines.inputs, key: paths.key,
      users: users.value
    ).clusterfile()
    try await session.writeFile(
      Array(clusterfile.text(for: knownRelease).utf8), to: path ?? paths.clusterfile,
      by: step.changingMachines())
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
    throw SealerRefusal.file(path: path, reason: "its SHA-256 is \(found)")
  }
}
