import KubernetesClient
import OpenClusterManagement

extension RequestApproval.Picture {
  /// Why nothing could be approved yet.
  func blockingFact(cluster: String, hub: ClusterLocation) -> BlockingFact {
    let context = hub.connection.contextName
    let selector = "\(Names.Label.clusterName)=\(cluster)"
    let goal = "the certificate request of \(cluster)'s agent"
    if claimants.count > 1 {
      let lines = acceptable.map { $0.line }.joined(separator: "; ")
      return BlockingFact(
        goal: goal, reason: "several agents ask to be \(cluster), so none is approved: \(lines)",
        location: hub, inspect: "mcctl accept \(cluster) --request NAME --context \(context)")
    }
    if let judged = refused.first {
      let others =
        acceptable.isEmpty
        ? "" : "; the one that passed: \(acceptable.map { $0.line }.joined(separator: "; "))"
      return BlockingFact(
        goal: goal,
        reason: "\(judged.line) is not approved: \(judged.faults)\(others)",
        object: ObjectReference(
          type: .certificateSigningRequests, name: judged.verdict.requestName),
        location: hub,
        inspect: "kubectl --context \(context) get csr \(judged.verdict.requestName) -o yaml")
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
