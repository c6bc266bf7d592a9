import KubernetesClient
import RemoteHosts
import Sealer

/// The machine on which sealer runs, the first master of a cluster, as one operation works on it.
struct SealerHost: Sendable {
  let site: ClusterSite
  /// The machine, logged in to.
  let session: RemoteSession
  /// The sealer that is there, or was installed by a step; nil while there is none.
  let release: Shared<SealerRelease?>
  /// The user as whom each machine is logged in to, by address; known when the key has been spread.
  let users = Shared<[String: String]>([:])

  init(site: ClusterSite, session: RemoteSession, release: SealerRelease?) {
    self.site = site
    self.session = session
    self.release = Shared(release)
  }

  var name: String { site.name }
  var specification: ClusterSpecification { site.specification }
  var paths: MachinePaths { site.paths }
  var host: HostSpecification { specification.firstMaster }
  /// The sealer to be driven.
  var knownRelease: SealerRelease { release.value ?? .newest }

  /// A run of sealer.
  func run(_ id: String, _ command: SealerCommand) throws -> SealerRun {
    SealerRun(
      id: id, session: session, release: knownRelease, command: command, paths: paths,
      redaction: Redaction(secrets: try secrets()), transcript: site.transcript,
      patience: site.patience)
  }

  /// Runs sealer for something that can be done again and again; one that runs already is listened to.
  ///
  /// - Parameter purpose: a word for the run's name, such as `load`.
  func finish(_ purpose: String, _ command: SealerCommand, _ step: StepContext) async throws {
    let run = try run("\(name)-\(purpose)", command)
    if case .running = try await run.state() {} else { try await run.forget(step) }
    let ended = try await run.run(step)
    guard ended.failure != nil else { return }
    throw failed(run, ended)
  }

  /// Makes the attempt that is due, or goes on listening to the one under way, and keeps how it ended.
  ///
  /// - Parameters:
  ///   - advice: what there is to do beside what sealer's failure says.
  ///   - command: what sealer does in the attempt of a number.
  func attempt(
    _ work: SealerWork, _ step: StepContext, advice: [String] = [],
    command: (Int) -> SealerCommand
  ) async throws {
    let number = work.nextNumber
    let run = try run(work.runName(number), command(number))
    let ended = try await run.run(step)
    let attempt = Attempt(number: number, ended)
    try await session.writeFile(attempt.bytes, to: work.record, by: step.changingMachines())
    guard attempt.failure != nil else { return }
    throw failed(run, ended, advice: advice)
  }

  /// Notes that a run was lost, so that it counts as an attempt that failed, and the next one is another.
  func noteLoss(of work: SealerWork, _ step: StepContext) async throws {
    guard case .lost = work.run else { return }
    let attempt = Attempt(
      number: work.number, failure: SealerFailure.unknown.rawValue, needsCleaning: true)
    try await session.writeFile(attempt.bytes, to: work.record, by: step.changingMachines())
  }

  /// Takes down what sealer has put up, as far as it remembers any of it.
  ///
  /// - Parameter lost: addresses of machines that are gone, which sealer must not try to reach.
  func destroy(
    _ purpose: String, _ step: StepContext, without lost: Set<String> = []
  ) async throws {
    let known = try await session.readFile(statePath) != nil
    let written = try await session.readFile(paths.clusterfile) != nil
    guard known || written else { return }
    if !known, try await hasDestroyed(purpose, step) { return }
    var clusterfile = known ? statePath : paths.clusterfile
    // What sealer does not know is none of the cluster's yet, or no more, and may not let it in.
    let hosts = specification.hosts
    let members = known ? Set(try await members()) : Set(hosts.map(\.address))
    if !members.isDisjoint(with: lost) {
      clusterfile = paths.presentClusterfile
      let present = hosts.filter { members.contains($0.address) && !lost.contains($0.address) }
      try await writeClusterfile(present, to: clusterfile, step)
    }
    try await finish(purpose, .destroy(clusterfile: clusterfile), step)
  }

  /// Whether a run came to a good end while nobody listened; sealer has forgotten the cluster then.
  private func hasDestroyed(_ purpose: String, _ step: StepContext) async throws -> Bool {
    let run = try run("\(name)-\(purpose)", .destroy(clusterfile: nil))
    guard case .finished = try await run.state() else { return false }
    return try await run.run(step).failure == nil
  }

  private func failed(
    _ run: SealerRun, _ ended: SealerRun.Ended, advice: [String] = []
  ) -> SealerFailed {
    SealerFailed(
      host: session.host.label, verdict: ended.verdict, isLost: ended.isLost, advice: advice,
      transcript: paths.transcript(run.id), command: site.command)
  }

  /// Everything that must not be seen in what sealer says.
  private func secrets() throws -> [String] {
    let inputs = site.machines.inputs
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
