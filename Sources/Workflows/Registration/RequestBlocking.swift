import KubernetesClient
import OpenClusterManagement

extension RequestApproval.Picture {
  /// Why nothing could be approved yet.
  func blockingFact(cluster: String, hub: ClusterLocation) -> BlockingFact {
    let context = hub.connection.contextName
    let selector = "\(Names.Label.clusterName)=\(cluster)"
    let goal = "the certificate request of \(cluster)'s agent"
    if let verdict = refused.first {
      let faults = verdict.failures.map { "\($0.kind.rawValue): \($0.message)" }
      return BlockingFact(
        goal: goal,
        reason: "\(verdict.requestName) is not approved: \(faults.joined(separator: "; "))",
        object: ObjectReference(type: .certificateSigningRequests, name: verdict.requestName),
        location: hub,
        inspect: "kubectl --context \(context) get csr \(verdict.requestName) -o yaml")
    }
    if count >= RequestApproval.agentLimit {
      return BlockingFact(
        goal: goal,
        reason:
          "\(count) requests carry the cluster's label; the agent makes no more until old ones"
          + " are deleted",
        location: hub, inspect: "kubectl --context \(context) delete csr -l \(selector)")
    }
    return BlockingFact(
      goal: goal, reason: "the agent has not asked yet", location: hub,
      inspect: "kubectl --context \(context) get csr -l \(selector)")
  }
}
