import Documents
import Logging

/// Everything that kube-controller-manager, scheduler and kubelets do for a simulated cluster.
struct ControllerManager: Sendable {
  private let environment: ClusterEnvironment
  private let workloads: WorkloadController
  private let singlePods: SinglePodController
  private let certificateLifetime: Int

  /// - Parameters:
  ///   - isPullable: whether an image can be pulled.
  ///   - certificateLifetime: seconds that signed certificates last at most.
  ///   - programs: what containers run.
  init(
    _ environment: ClusterEnvironment, isPullable: @escaping @Sendable (String) -> Bool,
    certificateLifetime: Int = SigningPolicy.longest, programs: @escaping ProgramCatalog
  ) {
    self.environment = environment
    self.certificateLifetime = certificateLifetime
    singlePods = SinglePodController(
      client: environment.client("kubelet"), pace: environment.pace, isPullable: isPullable,
      connect: environment.connect)
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
      SigningController(
        client: client, authority: environment.authority, pace: pace,
        duration: certificateLifetime
      ).controller(logger: logger),
      Controller(
        name: "kubelet", client: client,
        sources: [
          Controller.Source(.pods) { type, pod in
            type == "DELETED" || !pod.ownerReferences.isEmpty
              ? []
              : [WorkloadKey(namespace: pod.objectNamespace ?? "", name: pod.objectName).text]
          }
        ], pace: pace, logger: logger, reconcile: singlePods.reconcile),
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
