import Logging

/// Keeps the programs of running pods running: starts them, restarts them when they end, stops
/// them when their pod goes.
actor PodRunner {
  private struct Running {
    let uid: String
    let stop: AsyncStream<Never>.Continuation
  }

  private struct Start: Sendable {
    let pod: RunningPod
    let program: any Program
    let stopped: AsyncStream<Never>
  }

  private var running: [String: Running] = [:]
  private var unobstructedSince: [String: ContinuousClock.Instant] = [:]
  private let starts: AsyncStream<Start>
  private let start: AsyncStream<Start>.Continuation
  private let restartDelay: Duration

  init(restartDelay: Duration) {
    self.restartDelay = restartDelay
    (starts, start) = AsyncStream.makeStream()
  }

  /// Runs programs until the task is cancelled, which stops them all.
  func run() async {
    await withDiscardingTaskGroup { group in
      for await start in starts {
        group.addTask { await self.keepRunning(start) }
      }
      group.cancelAll()
    }
  }

  /// Whether a pod that nothing stands in the way of has had the time that starting takes, counted
  /// from when this was first asked.
  func hasHadTime(_ uid: String, _ time: Duration) -> Bool {
    let now = ContinuousClock.now
    let since = unobstructedSince[uid, default: now]
    unobstructedSince[uid] = since
    return now - since >= time
  }

  /// Makes sure that the pod `uid` of a Deployment runs, and no other pod of it.
  func ensureRunning(_ key: String, uid: String, pod: RunningPod, program: any Program) {
    if let current = running[key] {
      guard current.uid != uid else { return }
      current.stop.finish()
    }
    let (stopped, stop) = AsyncStream<Never>.makeStream()
    running[key] = Running(uid: uid, stop: stop)
    start.yield(Start(pod: pod, program: program, stopped: stopped))
  }

  /// Stops the pod of a Deployment, if one runs.
  func stop(_ key: String) {
    running.removeValue(forKey: key)?.stop.finish()
  }

  nonisolated private func keepRunning(_ start: Start) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in start.stopped {}
      }
      group.addTask {
        while !Task.isCancelled {
          await self.runOnce(start)
          try? await Task.sleep(for: self.restartDelay)
        }
      }
      await group.next()
      group.cancelAll()
    }
  }

  nonisolated private func runOnce(_ start: Start) async {
    do {
      start.pod.logger.debug("\(start.pod.name): started")
      try await start.program.run(in: start.pod)
    } catch is CancellationError {
      return
    } catch {
      start.pod.logger.info("\(start.pod.name): \(error)")
    }
  }
}
