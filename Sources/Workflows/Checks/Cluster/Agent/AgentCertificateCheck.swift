import OpenClusterManagement

/// `agent.certificate`: the agent has a certificate of the hub, and it lasts.
struct AgentCertificateCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.certificate", .agent, "the agent's certificate is valid",
    meaning: """
      Reads hub-kubeconfig-secret: for which cluster and agent the certificate is, and when it ends. The agent renews it \
      when about a fifth of its life is left; so one that ends within a day was not renewed in time.
      """,
    warns: "it ends within a day.",
    fails: "there is none, it has ended, or it is for another name.",
    remedies: [
      "mcctl accept NAME, when the agent's request waits for approval",
      "mcctl import NAME, when the certificate has ended: the agent then begins anew",
    ])

  var requires: [String] { ["agent.definitions"] }

  /// A day; the agent renews long before that.
  private static let rest: Duration = .seconds(86_400)

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let secret = try await context.agentSecret(Names.Secret.hubKubeconfig) else {
      return .fail(
        "there is no \(Names.Secret.hubKubeconfig): the agent has no certificate yet",
        next: ["mcctl accept \(context.name) \(context.hubFlag)"])
    }
    guard let known = KnownHub(secret: secret), let end = known.certificateExpires else {
      return .fail("\(Names.Secret.hubKubeconfig) holds no certificate that can be read")
    }
    if let name = known.clusterName, name != context.name {
      return .fail("it is for the cluster \(name)")
    }
    let name = "the certificate of agent \(known.agentName ?? "?")"
    return context.options.expiry(
      of: name, end, rest: min(Self.rest, context.options.expiresWithin),
      next: ["mcctl import \(context.name) --cluster-kubeconfig FILE \(context.hubFlag)"])
  }
}
