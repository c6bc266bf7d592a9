import Synchronization

extension DetachedJob {
  /// What the job writes, from an offset on, to its end. A lost connection is made anew and nothing of the output is
  /// lost or seen twice.
  ///
  /// - Parameters:
  ///   - offset: bytes of the output that are known already.
  ///   - idleTimeout: the longest time without output; the job itself goes on when it is over.
  ///   - patience: how long a lost connection is tried for.
  /// - Returns: events; it ends after `.ended`, or throws ``RemoteHostError``.
  public func follow(
    from offset: Int = 0, idleTimeout: Duration? = nil, patience: Duration = .seconds(600)
  ) -> AsyncThrowingStream<JobEvent, any Error> {
    AsyncThrowingStream { continuation in
      let following = JobFollowing(
        job: self, offset: offset, idleTimeout: idleTimeout, patience: patience,
        tell: { continuation.yield($0) })
      let task = Task {
        do {
          try await following.toTheEnd()
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}

/// One observer of a job.
private final class JobFollowing: Sendable {
  private let job: DetachedJob
  private let idleTimeout: Duration?
  private let patience: Duration
  private let tell: @Sendable (JobEvent) -> Void
  private let offset: Mutex<Int>

  init(
    job: DetachedJob, offset: Int, idleTimeout: Duration?, patience: Duration,
    tell: @escaping @Sendable (JobEvent) -> Void
  ) {
    self.job = job
    self.idleTimeout = idleTimeout
    self.patience = patience
    self.tell = tell
    self.offset = Mutex(offset)
  }

  func toTheEnd() async throws {
    var lostSince: ContinuousClock.Instant?
    var pause = Duration.milliseconds(500)
    while true {
      do {
        let state = try await job.state()
        if lostSince != nil { tell(.reconnected) }
        (lostSince, pause) = (nil, .milliseconds(500))
        guard case .running = state else {
          if state != .absent { try await readOn(waits: false) }
          return tell(.ended(state))
        }
        try await readOn(waits: true)
      } catch let error as RemoteHostError where error.isTransient {
        let since = lostSince ?? .now
        guard .now - since < patience else { throw error }
        if lostSince == nil { tell(.disconnected(error)) }
        lostSince = since
        try await Task.sleep(for: pause)
        pause = min(pause * 2, .seconds(15))
      }
    }
  }

  /// Passes on what there is, and what comes until the job ends.
  private func readOn(waits: Bool) async throws {
    let call = RemoteCall(
      script: RemoteScript(
        script: JobScripts.following,
        arguments: [job.directory, "\(offset.withLock { $0 })", waits ? "wait" : "once"],
        environment: [:]),
      deadlines: Deadlines(idle: idleTimeout))
    let errors = CollectedOutput(limit: 64 << 10)
    let exitCode = try await job.session.perform(call) { _ in
    } onOutput: { [self] piece in
      guard case .output(let bytes) = piece else { return errors.take(piece) }
      let next = offset.withLock { offset in
        offset += bytes.count
        return offset
      }
      tell(.output(bytes, next: next))
    }
    guard exitCode != 0 else { return }
    let host = job.session.host.label
    throw RemoteHostError.commandFailed(
      host: host, what: "read the output of the job \(job.id)", exitCode: exitCode,
      stderrTail: try errors.result(exitCode, host: host).errorTail)
  }
}
