import Documents
import KubernetesClient

/// How far a Deployment's latest specification has come, judged as `kubectl rollout status` does. Pods
/// of the specification before are no sign that the new one works, though they count as ready.
struct DeploymentRollout: Sendable {
  /// The Deployment.
  let deployment: Value

  /// What is still missing, in words; nil when every pod runs the latest specification and is
  /// available.
  var remainder: String? {
    let generation = deployment.at("metadata", "generation")?.int ?? 0
    guard status("observedGeneration") >= generation else {
      return "its latest change has not been looked at yet"
    }
    let wanted = deployment.at("spec", "replicas")?.int ?? 1
    let updated = status("updatedReplicas")
    if updated < wanted { return "\(updated) of \(wanted) pods run the latest change" }
    let old = status("replicas") - updated
    if old > 0 {
      return old == 1
        ? "a pod from before its latest change is still there"
        : "\(old) pods from before its latest change are still there"
    }
    let available = status("availableReplicas")
    return available < updated ? "\(available) of \(wanted) pods are available" : nil
  }

  private func status(_ field: String) -> Int { deployment.at("status", field)?.int ?? 0 }
}
