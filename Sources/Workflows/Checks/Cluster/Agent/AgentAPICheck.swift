import KubernetesClient

/// `agent.api`: the cluster's own API server answers and is ready.
struct AgentAPICheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.api", .agent, "the cluster's API server answers and is ready",
    meaning: """
      With a kubeconfig for the cluster (--cluster-kubeconfig, --cluster-context), asks its API server for /version and \
      /readyz. All checks of the agent stand on this one.
      """,
    fails: "the server is not reached, does not take the credential, or says that it is not ready.",
    remedies: ["give a kubeconfig that leads to the cluster: --cluster-kubeconfig FILE"])

  var requires: [String] { [] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let managed = context.managed else {
      return .skip(
        "no kubeconfig for the cluster was given",
        next: ["mcctl check cluster \(context.name) --cluster-kubeconfig FILE \(context.hubFlag)"])
    }
    return try await APIServerProbe(reader: managed.reader).verdict()
  }
}
