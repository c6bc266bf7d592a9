import KubernetesClient
import OpenClusterManagement

/// `agent.bootstrap`: the agent could begin anew.
struct AgentBootstrapCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.bootstrap", .agent, "the bootstrap secret is there",
    meaning: """
      Reads bootstrap-hub-kubeconfig, with which an agent without a certificate asks for one. mcctl revokes the credential \
      in it once the cluster is registered; then the secret only tells the agent where the hub is.
      """,
    warns: "the credential has ended and the agent has no certificate, so that it cannot join.",
    fails:
      "the secret is missing or is no kubeconfig: the agent's operator does not start the agent.",
    remedies: ["mcctl import NAME writes it again, with a new credential where one is needed"])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let secret = try await context.agentSecret(Names.Secret.bootstrapHubKubeconfig) else {
      return .fail("there is no \(Names.Secret.bootstrapHubKubeconfig)")
    }
    guard let known = KnownHub(secret: secret) else {
      return .fail("\(Names.Secret.bootstrapHubKubeconfig) holds no kubeconfig with a server")
    }
    let own = try await context.agentSecret(Names.Secret.hubKubeconfig).flatMap(
      KnownHub.init(secret:))
    let hasCertificate = own?.certificateExpires.map { $0 > context.options.now() } ?? false
    if let end = known.tokenExpires, end <= context.options.now(), !hasCertificate {
      return .warn(
        "its credential ended \(Timestamp.text(end)), and the agent has no certificate",
        next: ["mcctl import \(context.name) --cluster-kubeconfig FILE \(context.hubFlag)"])
    }
    return .pass("it names \(known.server)")
  }
}
