import Documents

/// The ReplicaSet and Pods that stand for a Deployment's template.
struct WorkloadObjects: Sendable {
  let template: PodTemplate

  /// Name of the ReplicaSet of the current template.
  var replicaSetName: String { "\(template.deployment)-\(template.hash)" }

  /// The ReplicaSet to create.
  var replicaSet: Value {
    var labels = template.template.at("metadata", "labels") ?? [:]
    labels["pod-template-hash"] = .string(template.hash)
    var podTemplate = template.template
    podTemplate.set(labels, at: "metadata", "labels")
    return [
      "apiVersion": "apps/v1", "kind": "ReplicaSet",
      "metadata": [
        "name": .string(replicaSetName), "namespace": .string(template.namespace),
        "labels": labels,
        "ownerReferences": [
          Self.owner(
            "apps/v1", "Deployment", template.deployment, uid: template.deploymentUID)
        ],
      ],
      "spec": [
        "replicas": .integer(template.replicas), "selector": ["matchLabels": labels],
        "template": podTemplate,
      ],
    ]
  }

  /// A Pod to create, owned by the ReplicaSet `owner`.
  func pod(owner: Value) -> Value {
    var metadata = template.template["metadata"] ?? [:]
    metadata.set(.string(template.hash), at: "labels", "pod-template-hash")
    metadata["name"] = .string("\(replicaSetName)-\(Self.suffix())")
    metadata["namespace"] = .string(template.namespace)
    metadata["ownerReferences"] = [
      Self.owner("apps/v1", "ReplicaSet", owner.objectName, uid: owner.objectUID)
    ]
    return [
      "apiVersion": "v1", "kind": "Pod", "metadata": metadata,
      "spec": template.template["spec"] ?? [:],
    ]
  }

  /// The status of a Pod that waits for `obstacle`, or runs when there is none.
  func podStatus(_ obstacle: PodObstacle?) -> Value {
    let ready = obstacle == nil
    let now = Value.string(KubernetesTime.seconds())
    let containers = template.containers.map { container -> Value in
      var status: Value = [
        "name": container["name"] ?? "", "image": container["image"] ?? "", "imageID": "",
        "restartCount": 0, "ready": .bool(ready), "started": .bool(ready),
      ]
      status["state"] = obstacle.map(Self.waiting) ?? ["running": ["startedAt": now]]
      return status
    }
    let conditions = ["PodScheduled", "Initialized", "ContainersReady", "Ready"].map {
      type -> Value in
      let holds = ready || type == "PodScheduled" || type == "Initialized"
      return [
        "type": .string(type), "status": holds ? "True" : "False", "lastProbeTime": .null,
        "lastTransitionTime": now,
      ]
    }
    return [
      "phase": ready ? "Running" : "Pending", "conditions": .array(conditions),
      "containerStatuses": .array(containers),
    ]
  }

  private static func waiting(_ obstacle: PodObstacle) -> Value {
    var waiting: Value = ["reason": .string(obstacle.waiting.reason)]
    if let message = obstacle.waiting.message { waiting["message"] = .string(message) }
    return ["waiting": waiting]
  }

  private static func owner(
    _ apiVersion: String, _ kind: String, _ name: String, uid: String
  ) -> Value {
    [
      "apiVersion": .string(apiVersion), "kind": .string(kind), "name": .string(name),
      "uid": .string(uid), "controller": true, "blockOwnerDeletion": true,
    ]
  }

  /// Five random characters as the API server appends to `generateName`.
  static func suffix() -> String {
    let alphabet = "bcdfghjklmnpqrstvwxz2456789"
    return String((0..<5).compactMap { _ in alphabet.randomElement() })
  }
}
