import RemoteHosts
import Sealer

/// Runs sealer on a machine, detached: it goes on when the connection or mcctl ends, and the next run of mcctl finds it
/// by its name and goes on listening. It never runs twice at a time.
struct SealerRun: Sendable {
  /// The run's name on the machine.
  let id: String
  let session: RemoteSession
  let release: SealerRelease
  let command: SealerCommand
  let paths: MachinePaths
  let redaction: Redaction
  /// Gets every line of output, without credentials.
  let transcript: @Sendable (String) -> Void
  /// The longest time without output, after which it is told and left to itself; nil for any.
  var patience: Duration? = ClusterSite.standardPatience

  /// How it ended, and all it said.
  struct Ended: Sendable {
    let verdict: SealerVerdict
    /// Lost without an end of its own: killed, or the machine was restarted.
    let isLost: Bool

    /// What it failed at; nil when it did what it was to do.
    var failure: SealerFailure? { isLost ? .unknown : verdict.failure }
  }

  private var job: DetachedJob { DetachedJob(id: id, on: session) }

  /// Where it stands.
  func state() async throws -> JobState { try await job.state() }

  /// Takes away what an earlier run of that name left, so that it can be run again.
  func forget(_ step: StepContext) async throws {
    try await job.remove(by: step.changingMachines())
  }

  /// Starts it unless it is there, listens to its end, and keeps what it said.
  func run(_ step: StepContext) async throws -> Ended {
    if case .existing(let state) = try await job.start(script, by: step.changingMachines()),
      case .running = state
    {
      try step.progress("sealer runs on \(session.host.label) already; listening")
    }
    let (lines, state) = try await listen(step)
    // A signal ended it: it did not come to an end of its own.
    let exit: Int? = if case .finished(let code) = state, code < 128 { code } else { nil }
    let ended = Ended(
      verdict: SealerVerdict(exitStatus: exit ?? 1, lines: lines, isRemoval: command.isRemoval),
      isLost: exit == nil)
    try await keep(lines, exit, step.changingMachines())
    return ended
  }

  /// sealer wants root's home and its own tools; the files that it keeps there are for nobody else.
  private var script: String {
    let words = command.arguments(for: release).map(\.shellQuoted).joined(separator: " ")
    return """
      export HOME=/root
      export PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin
      mkdir -p /root/.sealer && chmod 700 /root/.sealer && cd /root || exit 1
      sealer \(words) </dev/null
      status=$?
      if [ -e /root/.sealer/Clusterfile ]; then chmod 600 /root/.sealer/Clusterfile; fi
      exit $status
      """
  }

  private func listen(_ step: StepContext) async throws -> ([String], JobState) {
    let listener = SealerListener(
      step: step, host: session.host.label, redaction: redaction, transcript: transcript)
    return try await withThrowingTaskGroup(of: JobState?.self) { group in
      defer { group.cancelAll() }
      let (job, patience) = (job, patience)
      group.addTask {
        var ended = JobState.absent
        for try await event in job.follow() {
          if case .ended(let state) = event { ended = state }
          try await listener.take(event)
        }
        return ended
      }
      group.addTask {
        while true {
          try await Task.sleep(for: min(.seconds(10), patience ?? .seconds(10)))
          try await listener.remind(patience: patience)
        }
      }
      while let state = try await group.next() {
        if let state { return (await listener.finish(), state) }
      }
      throw CancellationError()
    }
  }

  /// Keeps what was said on the machine without credentials, and no longer with them.
  private func keep(_ lines: [String], _ exit: Int?, _ grant: HostWriteGrant) async throws {
    let text = lines.map { $0 + "\n" }.joined() + "exit \(exit.map(String.init) ?? "lost")\n"
    try await session.writeFile(Array(text.utf8), to: paths.transcript(id), by: grant)
    try await session.check(
      "clear the output of \(id)", "if [ -e \"$1\" ]; then : >\"$1\"; fi",
      arguments: ["\(job.directory)/output"], by: grant)
  }
}
