import Documents
import KubernetesClient
import OpenClusterManagement

/// Looks why Deployments have no pods that work.
struct DeploymentDiagnosis: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  /// What all this is waited for, for the message.
  let goal: String

  /// The first Deployment of a namespace that lacks pods, and why its pods do not run. With
  /// `whenRolling` also one whose latest change is not rolled out, though pods of before still work.
  func cause(
    in namespace: String, only name: String? = nil, whenRolling: Bool = false
  ) async throws -> BlockingFact? {
    let deployments = try await reader.presentList(.deployments, namespace: namespace)
    for deployment in deployments {
      let reference = ObjectReference(deployment, type: .deployments)
      guard let reference, name == nil || reference.name == name else { continue }
      let wanted = deployment.at("spec", "replicas")?.int ?? 1
      let available = deployment.at("status", "availableReplicas")?.int ?? 0
      let remainder = whenRolling ? DeploymentRollout(deployment: deployment).remainder : nil
      guard wanted > 0, available == 0 || remainder != nil else { continue }
      let reason = try await podReason(of: deployment, in: namespace, else: remainder)
      return BlockingFact(
        goal: goal, reason: "\(reference): \(reason)", object: reference, location: location,
        since: Timestamp.date(deployment.at("metadata", "creationTimestamp")),
        inspect: "kubectl \(location.connection.kubectlFlags) -n \(namespace)"
          + " describe deployment \(reference.name)")
    }
    return nil
  }

  private func podReason(
    of deployment: Value, in namespace: String, else remainder: String?
  ) async throws -> String {
    let labels = deployment.at("spec", "selector", "matchLabels")?.object ?? Object()
    let selector = labels.compactMap { key, value in value.string.map { "\(key)=\($0)" } }
    let pods = try await reader.presentList(
      .pods, namespace: namespace, ListOptions(labelSelector: selector.joined(separator: ",")))
    if let reason = pods.lazy.compactMap(\.podTrouble).first { return reason }
    let conditions = deployment.at("status", "conditions")?.array ?? []
    let failure = conditions.first {
      $0["type"]?.string == "ReplicaFailure" && $0["status"]?.string == "True"
    }
    if let message = failure?["message"]?.string { return message }
    return pods.isEmpty ? "it has no pods" : remainder ?? "its pods are not ready"
  }
}

extension Value {
  /// Why a Pod does not run: a container that waits or crashed, or the scheduler's word.
  var podTrouble: String? {
    let name = at("metadata", "name")?.string ?? ""
    let statuses =
      (at("status", "initContainerStatuses")?.array ?? [])
      + (at("status", "containerStatuses")?.array ?? [])
    for status in statuses {
      guard let waiting = status.at("state", "waiting"), let reason = waiting["reason"]?.string,
        reason != "ContainerCreating", reason != "PodInitializing"
      else { continue }
      let detail =
        waiting["message"]?.string ?? status.at("lastState", "terminated", "reason")?.string
      return "pod \(name): \(reason)\(detail.map { ": \($0)" } ?? "")"
    }
    let scheduled = (at("status", "conditions")?.array ?? []).first {
      $0["type"]?.string == "PodScheduled" && $0["status"]?.string == "False"
    }
    return scheduled.map { "pod \(name) cannot be scheduled: \($0["message"]?.string ?? "")" }
  }
}
