import Documents
import Logging

/// Everything that kube-controller-manager, scheduler and kubelets do for a simulated cluster.
struct ControllerManager: Sendable {
  private let environment: ClusterEnvironment
  private let workloads: WorkloadController

  /// - Parameters:
  ///   - isPullable: whether an image can be pulled.
  ///   - programs: what containers run.
  init(
    _ environment: ClusterEnvironment, isPullable: @escaping @Sendable (String) -> Bool,
    programs: @escaping ProgramCatalog
  ) {
    self.environment = environment
    workloads = WorkloadController(
      client: environment.client("kube-controller-manager"), pace: environment.pace,
      logger: environment.logger, isPullable: isPullable, programs: programs)
  }

  /// Runs until the task is cancelled.
  func run() async {
    let client = environment.client("kube-controller-manager")
    let pace = environment.pace
    let logger = environment.logger
    let controllers = [
      NamespaceTermination(client: client, catalog: environment.catalog, pace: pace)
        .controller(logger: logger),
      DefaultServiceAccounts(
        client: client, rootCertificate: (try? environment.authority.pem) ?? "", pace: pace
      ).controller(logger: logger),
      TokenCleanup(client: client, pace: pace).controller(logger: logger),
      SigningController(client: client, authority: environment.authority, pace: pace)
        .controller(logger: logger),
      ClusterRoleAggregation(client: client, pace: pace).controller(logger: logger),
    ]
    let collector = GarbageCollector(
      client: client, catalog: environment.catalog, pace: pace, logger: logger)
    await withDiscardingTaskGroup { group in
      for controller in controllers {
        group.addTask { await controller.run() }
      }
      group.addTask { await collector.run() }
      group.addTask { await workloads.run() }
    }
  }
}
