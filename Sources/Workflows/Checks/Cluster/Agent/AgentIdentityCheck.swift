import KubernetesClient
import OpenClusterManagement

/// `agent.identity`: the cluster is the one that was imported under the name.
struct AgentIdentityCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.identity", .agent, "it is the cluster that was imported under this name",
    meaning: """
      Compares the identity of the cluster (the UID of its kube-system namespace) with the one that mcctl noted on the \
      record, and the name in the Klusterlet with the one on the hub.
      """,
    fails: "it is another cluster, or its agent goes by another name.",
    remedies: [
      "name the right kubeconfig", "mcctl status lists the clusters of the hub with their URLs",
    ])

  var requires: [String] { ["agent.api", ClusterCheckContext.firstCheck] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let uid = try await context.cluster().reader.clusterIdentity()
    let noted = try await context.requiredRecord().annotations[Names.Annotation.clusterIdentity]
    if let noted, noted != uid {
      return .fail("it is another cluster: its identity is \(uid), on the hub stands \(noted)")
    }
    if let name = try await context.klusterlet()?.clusterName, name != context.name {
      return .fail("its agent goes by the name \(name)")
    }
    return noted == nil
      ? .pass("\(uid); the hub has none to compare with") : .pass(uid)
  }
}
