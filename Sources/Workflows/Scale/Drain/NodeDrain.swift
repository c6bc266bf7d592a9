import Documents
import KubernetesClient

/// Empties nodes that leave the cluster: they take no new pods, and those they have are evicted, which respects
/// PodDisruptionBudgets.
struct NodeDrain: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  let policy: DrainPolicy
  /// What goes on after a failure.
  let command: String

  /// A pod on one of the nodes, and what becomes of it.
  struct Pod: Sendable, Hashable {
    let reference: ObjectReference
    let uid: String
    let node: String
    let verdict: PodVerdict
  }

  /// The pods of nodes.
  func pods(on nodes: [String]) async throws -> [Pod] {
    try await nodes.concurrentMap(limit: 4) { node in
      let options = ListOptions(fieldSelector: "spec.nodeName=\(node)")
      return try await reader.list(.pods, options).items.compactMap { pod -> Pod? in
        guard let reference = ObjectReference(pod, type: .pods) else { return nil }
        return Pod(
          reference: reference, uid: pod.at("metadata", "uid")?.string ?? "", node: node,
          verdict: PodVerdict(pod, policy))
      }
    }.flatMap(\.self)
  }

  /// Throws when pods would be lost that no flag gives up.
  func check(_ pods: [Pod]) throws(DrainFailure) {
    let losses = pods.compactMap { pod -> DrainFailure.Loss? in
      guard case .refuse(let reason, let flag) = pod.verdict else { return nil }
      return DrainFailure.Loss(pod: pod.reference, reason: reason, flag: flag)
    }
    guard losses.isEmpty else { throw .losses(losses, location) }
  }

  /// Nodes take no new pods, all before the first one is emptied: nothing moves from one to the next.
  func cordonStep(_ nodes: [ClusterNodes.Node]) async throws -> Step {
    let objects = nodes.map { node in
      DesiredObject(
        type: .nodes,
        value: [
          "apiVersion": "v1", "kind": "Node", "metadata": ["name": .string(node.name)],
          "spec": ["unschedulable": true],
        ], method: .merge)
    }
    return try await .ensuring(
      id: "cordon", title: "let the nodes that leave take no new pods", objects: objects,
      reconciler: ObjectReconciler(reader: reader, location: location))
  }

  /// Evicts what is on the nodes, and waits until it is gone.
  ///
  /// - Parameter planned: what is on them now, to be shown.
  func step(_ id: String, _ nodes: [String], planned: [Pod]) -> Step {
    let changes = planned.compactMap { pod -> PlannedChange? in
      switch pod.verdict {
      case .evict:
        PlannedChange(
          location: location, object: pod.reference, action: .delete,
          note: "evicted from \(pod.node)")
      case .going, .refuse: PlannedChange(location: location, object: pod.reference, action: .wait)
      case .stay: nil
      }
    }
    return Step(
      id: id, title: "evict the pods of \(nodes.joined(separator: ", "))", location: location,
      changes: changes, dryRun: .skip("a dry run evicts nothing")
    ) { step in
      let writes = try await empty(nodes, step)
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// How many pods it evicted.
  private func empty(_ nodes: [String], _ step: StepContext) async throws -> Int {
    let end = ContinuousClock.now.advanced(by: policy.timeout)
    let version = try await evictionVersion()
    var evicted: Set<String> = []
    var told: String?
    while true {
      let pods = try await pods(on: nodes)
      try check(pods)
      var waiting: [String] = []
      for pod in pods {
        switch pod.verdict {
        case .stay, .refuse: continue
        case .going: waiting.append("\(pod.reference) ends")
        case .evict:
          let obstacle = try await evict(pod, version, try step.managedWriter())
          if obstacle == nil { evicted.insert(pod.uid) }
          waiting.append("\(pod.reference) \(obstacle.map { "may not go: \($0)" } ?? "ends")")
        }
      }
      guard let first = waiting.first else { return evicted.count }
      guard ContinuousClock.now < end else {
        throw DrainFailure.blocked(
          pods: waiting, nodes: nodes, after: policy.timeout, command: command, location)
      }
      if first != told {
        try step.waiting(
          on: BlockingFact(
            goal: "\(nodes.joined(separator: ", ")) to be empty",
            reason: waiting.count > 1 ? "\(first); and \(waiting.count - 1) more" : first,
            location: location, inspect: "kubectl get pods -A -o wide"))
      }
      told = first
      try await Task.sleep(for: .seconds(evicted.count == waiting.count ? 1 : 3))
    }
  }

  /// Asks for an eviction; nil when it was granted, else what stands against it for now.
  private func evict(_ pod: Pod, _ version: String, _ writer: APIWriter) async throws -> String? {
    let eviction: Value = [
      "apiVersion": .string("policy/\(version)"), "kind": "Eviction",
      "metadata": [
        "name": .string(pod.reference.name), "namespace": .string(pod.reference.namespace ?? ""),
      ],
      "deleteOptions": ["preconditions": ["uid": .string(pod.uid)]],
    ]
    do {
      _ = try await writer.create(
        eviction, type: .pods, namespace: pod.reference.namespace, subresource: "eviction",
        name: pod.reference.name)
      return nil
    } catch KubernetesError.notFound, KubernetesError.conflict {
      // It is gone, or another one has its name by now.
      return nil
    } catch KubernetesError.namespaceTerminating {
      return nil
    } catch let error as KubernetesError {
      guard case .tooManyRequests = error else { throw error }
      return error.detailedReason
    }
  }

  /// `policy/v1` takes evictions from Kubernetes 1.22 on.
  private func evictionVersion() async throws -> String {
    let minor = try await reader.version().minorNumber ?? 22
    return minor >= 22 ? "v1" : "v1beta1"
  }
}
