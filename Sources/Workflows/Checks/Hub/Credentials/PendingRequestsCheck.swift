import KubernetesClient
import OpenClusterManagement

/// `hub.requests`: no certificate requests of agents pile up.
struct PendingRequestsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.requests", .credentials, "no certificate requests pile up",
    meaning: """
      Counts the requests of agents by cluster. Each waits for somebody to accept the cluster. An agent makes no more \
      requests while \(RequestApproval.agentLimit) carry its cluster's name, whatever became of them, and then cannot \
      renew its certificate either.
      """,
    warns: "requests wait for approval.",
    fails: "a cluster has \(RequestApproval.agentLimit) requests or more: its agent asks no more.",
    remedies: [
      "mcctl accept NAME verifies a request, approves it and accepts the cluster",
      "delete old requests: kubectl delete csr -l open-cluster-management.io/cluster-name=NAME",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let options = ListOptions(labelSelector: Names.Label.clusterName, fromCache: true)
    let requests = try await context.reads.list(.certificateSigningRequests, options)
      .map(CertificateSigningRequest.init)
    let byCluster = Dictionary(grouping: requests, by: { $0.clusterName ?? "" })
      .sorted { $0.key < $1.key }
    let stuck = byCluster.filter { $0.value.count >= RequestApproval.agentLimit }
    guard stuck.isEmpty else {
      let label = "\(Names.Label.clusterName)=\(stuck[0].key)"
      return .fail(
        "\(stuck.count) \(stuck.count == 1 ? "cluster's agent asks" : "clusters' agents ask") no more",
        details: stuck.map { "\($0.key): \($0.value.count) requests" },
        next: ["kubectl --context \(context.contextName) delete csr -l \(label)"])
    }
    let waiting = byCluster.compactMap { name, requests in
      let count = requests.filter(\.isPending).count
      return count > 0 ? (name, count) : nil
    }
    guard waiting.isEmpty else {
      return .warn(
        "requests of \(waiting.count) \(waiting.count == 1 ? "cluster wait" : "clusters wait") for approval",
        details: waiting.map { "\($0.0): \($0.1)" },
        next: ["mcctl accept \(waiting[0].0) --context \(context.contextName)"])
    }
    return .pass("none waits")
  }
}
