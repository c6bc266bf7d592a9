import KubernetesClient
import OpenClusterManagement

/// `cluster.requests`: the agent's certificate requests are answered.
struct ClusterRequestsCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.requests", .record, "the agent's certificate requests are answered",
    meaning: """
      Lists the certificate requests that carry the cluster's name. One that waits needs somebody to verify and approve \
      it; at \(RequestApproval.agentLimit) the agent makes no more.
      """,
    warns: "a request waits for approval, or was denied.",
    fails: "there are \(RequestApproval.agentLimit) or more.",
    remedies: [
      "mcctl accept NAME verifies and approves",
      "delete old ones: kubectl delete csr -l open-cluster-management.io/cluster-name=NAME",
    ])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let requests = try await context.requests()
    let details = requests.map { request in
      let state =
        request.isPending
        ? "pending" : request.isDenied ? "denied" : request.isFailed ? "failed" : "approved"
      return "\(request.name): \(state), asked by \(request.username)"
    }
    if requests.count >= RequestApproval.agentLimit {
      let label = "\(Names.Label.clusterName)=\(context.name)"
      return .fail(
        "\(requests.count) requests: the agent makes no more", details: details,
        next: ["kubectl \(context.hubFlag) delete csr -l \(label)"])
    }
    let open = requests.filter(\.isPending)
    if !open.isEmpty {
      return .warn(
        "\(open.count) \(open.count == 1 ? "waits" : "wait") for approval", details: details,
        next: ["mcctl accept \(context.name) \(context.hubFlag)"])
    }
    if requests.contains(where: \.isDenied) { return .warn("one was denied", details: details) }
    return .pass(requests.isEmpty ? "none" : "\(requests.count), all answered")
  }
}
