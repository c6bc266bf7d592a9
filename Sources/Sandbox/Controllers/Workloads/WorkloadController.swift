import Documents
import Logging

/// Stands in for the deployment and replicaset controllers, the scheduler and the kubelet: pods of
/// a Deployment come up after a moment when nothing stands in their way, and containers whose
/// program is known run it.
struct WorkloadController: Sendable {
  private let client: any ResourceClient
  private let preconditions: PodPreconditions
  private let programs: ProgramCatalog
  private let runner: PodRunner
  private let pace: Pace
  private let logger: Logger

  /// - Parameter isPullable: whether an image can be pulled; pods of others never become ready.
  init(
    client: any ResourceClient, pace: Pace, logger: Logger,
    isPullable: @escaping @Sendable (String) -> Bool = { _ in true },
    programs: @escaping ProgramCatalog
  ) {
    self.client = client
    self.preconditions = PodPreconditions(client: client, isPullable: isPullable)
    self.programs = programs
    self.runner = PodRunner(restartDelay: pace.restart)
    self.pace = pace
    self.logger = logger
  }

  /// Runs until the task is cancelled, which stops every pod.
  func run() async {
    let own = Controller.Source(.deployments) { [WorkloadKey(of: $1).text] }
    let pods = Controller.Source(.pods) { type, pod in
      type == "DELETED" ? WorkloadKey(ofPod: pod).map { [$0.text] } ?? [] : []
    }
    let neighbours = [Kind.serviceAccounts, .secrets].map { kind in
      Controller.Source(kind) { _, object in
        [WorkloadKey(namespace: object.objectNamespace ?? "", name: "*").text]
      }
    }
    let controller = Controller(
      name: "workloads", client: client, sources: [own, pods] + neighbours, pace: pace,
      logger: logger, reconcile: reconcile)
    await withDiscardingTaskGroup { group in
      group.addTask { await runner.run() }
      group.addTask { await controller.run() }
    }
  }

  /// Brings one Deployment's pods to where they can be; the name `*` means all of a namespace.
  func reconcile(_ text: String) async throws -> Controller.Outcome {
    let key = WorkloadKey(text)
    guard key.name == "*" else { return try await reconcile(key) }
    var outcome = Controller.Outcome.settled
    for deployment in try await client.items(.deployments, key.namespace)
    where deployment.at("status", "unavailableReplicas") != nil {
      if case .again(let wait) = try await reconcile(WorkloadKey(of: deployment)) {
        outcome = .again(after: wait)
      }
    }
    return outcome
  }

  private func reconcile(_ key: WorkloadKey) async throws -> Controller.Outcome {
    guard let deployment = try await client.find(.deployments, key.name, key.namespace),
      !deployment.isTerminating, let template = PodTemplate(deployment)
    else {
      await runner.stop(key.text)
      return .settled
    }
    let objects = WorkloadObjects(template: template)
    try await removeOldPods(of: key, keeping: objects.replicaSetName, count: template.replicas)
    if template.replicas == 0 { await runner.stop(key.text) }
    let obstacle = try await preconditions.obstacle(to: template)
    let ready =
      template.replicas == 0
      ? PodsReady.all(0) : try await ensurePods(key, objects, obstacle: obstacle)
    let status = DeploymentStatus(
      template: template, replicaSetName: objects.replicaSetName, ready: ready.count,
      obstacle: obstacle)
    try await client.modify(
      .deployments, key.name, key.namespace, subresource: "status", status.write)
    return ready.isComplete ? .settled : .again(after: pace.podStart)
  }
}

// MARK: - Pods

extension WorkloadController {
  /// How many pods are ready, and whether the rest only need time.
  private enum PodsReady {
    case all(Int)
    case starting(Int)
    case blocked

    var count: Int {
      switch self {
      case .all(let count), .starting(let count): count
      case .blocked: 0
      }
    }

    var isComplete: Bool { if case .starting = self { false } else { true } }
  }

  private func ensurePods(
    _ key: WorkloadKey, _ objects: WorkloadObjects, obstacle: PodObstacle?
  ) async throws -> PodsReady {
    let replicaSet = try await ensureReplicaSet(objects)
    if case .serviceAccountMissing = obstacle { return .blocked }
    var pods = try await self.pods(of: key).filter {
      $0.label("pod-template-hash") == objects.template.hash && !$0.isTerminating
    }
    while pods.count < objects.template.replicas {
      let created = try await client.create(
        .pods, objects.pod(owner: replicaSet), key.namespace)
      try await setStatus(of: created, objects.podStatus(.secretMissing("")))
      pods.append(created)
    }
    if let obstacle {
      for pod in pods { try await setStatus(of: pod, objects.podStatus(obstacle)) }
      return .blocked
    }
    var started: [Value] = []
    for pod in pods
    where await runner.hasHadTime(pod.objectUID, pace.podStart) { started.append(pod) }
    for pod in started where pod.at("status", "phase")?.string != "Running" {
      try await setStatus(of: pod, objects.podStatus(nil))
    }
    if let first = started.first, let program = programs(objects.template.commandLine) {
      let running = RunningPod(
        template: objects.template, name: first.objectName, scratch: PodScratch(), logger: logger)
      await runner.ensureRunning(
        key.text, uid: first.objectUID, pod: running, program: program)
    }
    return started.count == pods.count ? .all(pods.count) : .starting(started.count)
  }

  private func ensureReplicaSet(_ objects: WorkloadObjects) async throws -> Value {
    let wanted = objects.replicaSet
    let namespace = objects.template.namespace
    for old in try await client.items(.replicaSets, namespace)
    where old.objectName != objects.replicaSetName
      && old.ownerReferences.contains(where: { $0["uid"]?.string == objects.template.deploymentUID }
      )
    {
      try await client.ensureAbsent(.replicaSets, old.objectName, namespace)
    }
    if let present = try await client.find(.replicaSets, objects.replicaSetName, namespace) {
      return present
    }
    return try await client.create(.replicaSets, wanted, namespace)
  }

  private func setStatus(of pod: Value, _ status: Value) async throws {
    try await client.modify(
      .pods, pod.objectName, pod.objectNamespace, subresource: "status"
    ) { object in
      let shown = { (value: Value?) in
        (value?["phase"], value?["containerStatuses"]?[0]?["state"]?["waiting"])
      }
      if shown(object["status"]) != shown(status) { object["status"] = status }
    }
  }

  private func removeOldPods(
    of key: WorkloadKey, keeping replicaSet: String, count: Int
  ) async throws {
    for pod in try await pods(of: key) {
      let owner = pod.ownerReferences.first?["name"]?.string
      if owner != replicaSet || count == 0 {
        try await client.ensureAbsent(.pods, pod.objectName, key.namespace)
      }
    }
  }

  private func pods(of key: WorkloadKey) async throws -> [Value] {
    try await client.items(.pods, key.namespace).filter { WorkloadKey(ofPod: $0) == key }
  }
}

/// Namespace and name of a Deployment.
struct WorkloadKey: Sendable, Hashable {
  let namespace: String
  let name: String

  init(namespace: String, name: String) {
    self.namespace = namespace
    self.name = name
  }

  init(of deployment: Value) {
    self.init(namespace: deployment.objectNamespace ?? "", name: deployment.objectName)
  }

  /// Nil when no ReplicaSet owns the pod.
  init?(ofPod pod: Value) {
    guard let owner = pod.ownerReferences.first(where: { $0["kind"]?.string == "ReplicaSet" }),
      let name = owner["name"]?.string, let dash = name.lastIndex(of: "-")
    else { return nil }
    self.init(namespace: pod.objectNamespace ?? "", name: String(name[..<dash]))
  }

  /// Reads `namespace/name`.
  init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    self.init(
      namespace: parts.first.map(String.init) ?? "", name: parts.last.map(String.init) ?? "")
  }

  /// `namespace/name`.
  var text: String { "\(namespace)/\(name)" }
}
