import Documents
import Logging
import Synchronization

/// What lives in a cluster besides its API server: controllers, pods, and in them OCM's operators
/// and agents, which start by themselves when their objects are there and right.
final class SimulatedCluster: Sendable {
  let environment: ClusterEnvironment
  private let options: ClusterOptions
  private let task = Mutex<Task<Void, Never>?>(nil)

  init(_ environment: ClusterEnvironment, options: ClusterOptions) {
    self.environment = environment
    self.options = options
  }

  /// Runs until the task is cancelled.
  func run() async {
    let table = ProgramTable(environment: environment)
    let options = options
    let manager = ControllerManager(
      environment, isPullable: { options.isPullable($0) },
      certificateLifetime: options.certificateLifetime,
      programs: { table.program($0) })
    await manager.run()
  }

  /// Starts to run in the background; once is enough.
  func start() {
    task.withLock { task in
      if task == nil { task = Task { await self.run() } }
    }
  }

  /// Stops everything and returns when it has stopped.
  func stop() async {
    let running = task.withLock { task in
      defer { task = nil }
      return task
    }
    running?.cancel()
    await running?.value
  }
}
