import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Waits until a new release really runs: the operator's pods, then the agent's, then a sign of life of it
/// on the hub.
struct UpgradeRollout: Sendable {
  let cluster: String
  let klusterlet: String
  let namespace: String
  /// The images that the agent's Deployments have to run.
  let images: Set<String>
  let reader: APIReader
  let location: ClusterLocation
  let hub: APIReader
  let hubLocation: ClusterLocation
  /// The sign of life before the agent was changed.
  private let before = Shared<Date?>(nil)

  init(
    cluster: String, klusterlet: String, namespace: String, images: Set<String>,
    reader: APIReader, location: ClusterLocation, hub: APIReader, hubLocation: ClusterLocation
  ) {
    self.cluster = cluster
    self.klusterlet = klusterlet
    self.namespace = namespace
    self.images = images
    self.reader = reader
    self.location = location
    self.hub = hub
    self.hubLocation = hubLocation
  }

  /// Waits for the operator's pods of an image.
  func operatorStep(image: String) -> Step {
    let name = Names.ServiceAccount.klusterlet
    let namespace = Names.Namespace.openClusterManagement
    return .wait(
      id: "operator-runs", title: "the agent's operator runs \(image)", location: location,
      changes: [waiting(.deployments, namespace, name)]
    ) { context in
      try await rolledOut(namespace, [image], context) { $0 == name }
      before.set(try await renewal())
      return StepResult(.done)
    }
  }

  /// Waits for the agent's pods.
  func agentStep() -> Step {
    let registering = Names.Deployment.registering(klusterlet: klusterlet)
    let own = registering + ["\(klusterlet)-work-agent"]
    return .wait(
      id: "agent-runs",
      title: "the agent of \(cluster) runs \(images.sorted().joined(separator: ", "))",
      location: location, changes: [waiting(.deployments, namespace, registering[0])]
    ) { context in
      try await rolledOut(namespace, images, context) { own.contains($0) }
      return StepResult(.done)
    }
  }

  /// Waits for the new agent's first sign of life on the hub.
  func availableStep() -> Step {
    .wait(
      id: "available", title: "\(cluster) is available with its new agent", location: hubLocation,
      changes: [
        PlannedChange(
          location: hubLocation,
          object: ObjectReference(type: .managedClusters, name: cluster), action: .wait)
      ]
    ) { context in
      let sources = [
        WatchSource(key: "cluster", reader: hub, type: .managedClusters, name: cluster),
        WatchSource(
          key: "lease", reader: hub, type: .leases, namespace: cluster,
          name: Names.Lease.managedCluster),
      ]
      try await Wait<Void>(sources: sources) { objects in
        guard let fact = available(objects) else { return .satisfied(()) }
        return .waiting(fact)
      }.run(context)
      return StepResult(.done)
    }
  }

  private func waiting(
    _ type: ResourceType, _ namespace: String, _ name: String
  ) -> PlannedChange {
    PlannedChange(
      location: location,
      object: ObjectReference(type: type, namespace: namespace, name: name), action: .wait)
  }

  private func renewal() async throws -> Date? {
    try await hub.getIfPresent(.leases, Names.Lease.managedCluster, namespace: cluster)
      .flatMap { Lease($0).renewTime }
  }

  private func available(_ objects: WatchedObjects) -> BlockingFact? {
    let record = objects["cluster"].first.map(ManagedCluster.init)
    let condition = record?.condition(Names.ConditionType.available)
    let renewed = objects["lease"].first.flatMap { Lease($0).renewTime }
    let isAlive = renewed.map { time in before.value.map { time > $0 } ?? true } ?? false
    if condition?.isTrue == true, isAlive { return nil }
    let reason =
      condition?.isTrue == true
      ? "the new agent has given no sign of life yet"
      : condition.map { "\($0.reason): \($0.message)" } ?? "the cluster is not available"
    return BlockingFact(
      goal: "\(cluster) to be available with its new agent", reason: reason,
      object: ObjectReference(type: .managedClusters, name: cluster), location: hubLocation,
      since: condition?.lastTransitionTime,
      inspect: "mcctl status \(cluster) --context \(hubLocation.connection.contextName)")
  }
}

extension UpgradeRollout {
  /// Waits until Deployments run nothing but pods of the images, all of them available.
  private func rolledOut(
    _ namespace: String, _ images: Set<String>, _ context: StepContext,
    _ isMeant: @escaping @Sendable (String) -> Bool
  ) async throws {
    let source = WatchSource(
      key: "deployments", reader: reader, type: .deployments, namespace: namespace)
    try await Wait<Void>(
      sources: [source], explain: { try await trouble(namespace, images) }
    ) { objects in
      let deployments = objects["deployments"].filter {
        isMeant($0.at("metadata", "name")?.string ?? "")
      }
      if deployments.isEmpty {
        return .waiting(fact(namespace, "its Deployment is not there", nil))
      }
      for deployment in deployments {
        guard let reason = Self.obstacle(deployment, images) else { continue }
        return .waiting(fact(namespace, reason, ObjectReference(deployment, type: .deployments)))
      }
      return .satisfied(())
    }.run(context)
  }

  /// Why a Deployment is not through; nil when it is. (Kubernetes, kubectl rollout status.)
  static func obstacle(_ deployment: Value, _ images: Set<String>) -> String? {
    let containers = deployment.at("spec", "template", "spec", "containers")?.array ?? []
    guard containers.contains(where: { images.contains($0["image"]?.string ?? "") }) else {
      return "the operator has not given it the new image yet"
    }
    let status = deployment["status"]
    let generation = deployment.at("metadata", "generation")?.int ?? 0
    guard (status?["observedGeneration"]?.int ?? 0) >= generation else {
      return "its new template has not been looked at yet"
    }
    let wanted = deployment.at("spec", "replicas")?.int ?? 1
    let updated = status?["updatedReplicas"]?.int ?? 0
    let available = status?["availableReplicas"]?.int ?? 0
    let all = status?["replicas"]?.int ?? 0
    if updated < wanted { return "\(updated) of \(wanted) pods are new" }
    if all > updated { return "\(all - updated) old pods are still there" }
    if available < updated { return "\(available) of \(updated) new pods are available" }
    return nil
  }

  /// Why new pods do not run.
  private func trouble(_ namespace: String, _ images: Set<String>) async throws -> BlockingFact? {
    let pods = try await reader.presentList(.pods, namespace: namespace).filter { pod in
      (pod.at("spec", "containers")?.array ?? []).contains {
        images.contains($0["image"]?.string ?? "")
      }
    }
    return pods.lazy.compactMap { pod in
      pod.podTrouble.map { fact(namespace, $0, ObjectReference(pod, type: .pods)) }
    }.first
  }

  private func fact(
    _ namespace: String, _ reason: String, _ object: ObjectReference?
  ) -> BlockingFact {
    BlockingFact(
      goal: "the new release to run on \(cluster)",
      reason: object.map { "\($0): \(reason)" } ?? reason, object: object, location: location,
      inspect: "kubectl \(location.connection.kubectlFlags) -n \(namespace) get pods")
  }
}
