import KubernetesClient
import OpenClusterManagement

/// `hub.agent-certificates`: agents renew their certificates.
struct AgentCertificatesCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.agent-certificates", .credentials, "agents renew their certificates",
    meaning: """
      Reads the condition ClusterCertificateRotated, which an agent sets when it renewed its certificate or failed to. \
      An agent whose certificate ends falls back on its bootstrap credential, which has usually ended as well; then only \
      an import brings the cluster back.
      """,
    fails: "an agent says that it could not renew its certificate.",
    remedies: [
      "look whether its requests are approved (hub.requests) and the hub's signer runs",
      "mcctl check cluster NAME with the cluster's kubeconfig shows when the certificate ends",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let failed = try await context.clusters().compactMap { cluster -> String? in
      guard let condition = cluster.condition(Names.ConditionType.certificateRotated),
        condition.status == .isFalse
      else { return nil }
      return "\(cluster.name): \(condition.message)"
    }
    guard failed.isEmpty else {
      return .fail("\(failed.count) of the agents cannot", details: failed)
    }
    return .pass("none says that it cannot")
  }
}
