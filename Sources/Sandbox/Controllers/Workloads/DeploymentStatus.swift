import Documents

/// The status of a Deployment as the deployment controller writes it.
struct DeploymentStatus: Sendable {
  let template: PodTemplate
  let replicaSetName: String
  /// How many pods are ready.
  let ready: Int
  let obstacle: PodObstacle?

  /// Puts the status into a Deployment object; unchanged parts keep their times.
  func write(into deployment: inout Value) {
    let observed = deployment.objectGeneration
    var status: Value = ["observedGeneration": .integer(observed)]
    let created = isCreateRefused ? 0 : template.replicas
    if created > 0 {
      status["replicas"] = .integer(created)
      status["updatedReplicas"] = .integer(created)
    }
    if ready > 0 {
      status["readyReplicas"] = .integer(ready)
      status["availableReplicas"] = .integer(ready)
    }
    if template.replicas > ready {
      status["unavailableReplicas"] = .integer(template.replicas - ready)
    }
    let old = deployment.at("status", "conditions")?.array ?? []
    status["conditions"] = .array(
      conditions.map { condition in
        var condition = condition
        let before = old.first { $0["type"] == condition["type"] }
        let now = Value.string(KubernetesTime.seconds())
        let kept = before?["status"] == condition["status"]
        let same =
          kept && before?["reason"] == condition["reason"]
          && before?["message"] == condition["message"]
        condition["lastUpdateTime"] = (same ? before?["lastUpdateTime"] : nil) ?? now
        condition["lastTransitionTime"] = (kept ? before?["lastTransitionTime"] : nil) ?? now
        return condition
      })
    deployment["status"] = status
  }

  private var isCreateRefused: Bool {
    if case .serviceAccountMissing = obstacle { true } else { false }
  }

  private var conditions: [Value] {
    var conditions: [Value] = []
    let available = ready >= template.replicas
    conditions.append(
      available
        ? Self.condition(
          "Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.")
        : Self.condition(
          "Available", false, "MinimumReplicasUnavailable",
          "Deployment does not have minimum availability."))
    if case .serviceAccountMissing(let account) = obstacle {
      conditions.append(
        Self.condition(
          "ReplicaFailure", true, "FailedCreate",
          "pods \"\(replicaSetName)-\" is forbidden: error looking up service account "
            + "\(template.namespace)/\(account): serviceaccount \"\(account)\" not found"))
    }
    conditions.append(
      available
        ? Self.condition(
          "Progressing", true, "NewReplicaSetAvailable",
          "ReplicaSet \"\(replicaSetName)\" has successfully progressed.")
        : Self.condition(
          "Progressing", true, "ReplicaSetUpdated",
          "ReplicaSet \"\(replicaSetName)\" is progressing."))
    return conditions
  }

  private static func condition(
    _ type: String, _ holds: Bool, _ reason: String, _ message: String
  ) -> Value {
    [
      "type": .string(type), "status": holds ? "True" : "False", "reason": .string(reason),
      "message": .string(message),
    ]
  }
}
