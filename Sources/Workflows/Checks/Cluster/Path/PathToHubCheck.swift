import OpenClusterManagement

/// `path.to-hub`: the hub's URL that the agent was given leads to the hub.
struct PathToHubCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "path.to-hub", .path, "the hub's URL that the agent has leads to the hub",
    meaning: """
      Takes URL and certificates from the agent's own kubeconfig, or from its bootstrap secret before it has one, and \
      connects without any credential. It goes from here, not from the cluster; what is proven is that URL and \
      certificates belong together.
      """,
    warns: "the URL is not reached from here, or is one that only leads somewhere on the spot.",
    fails: "what answers is not verified by these certificates, or is no API server.",
    remedies: [
      "mcctl import NAME --hub-url URL --hub-ca-file FILE tells the agent another address",
      "when the hub's certificates were renewed, mcctl import NAME hands the new ones to the agent",
    ])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    var known = try await context.agentSecret(Names.Secret.hubKubeconfig).flatMap(
      KnownHub.init(secret:))
    if known == nil {
      known = try await context.agentSecret(Names.Secret.bootstrapHubKubeconfig)
        .flatMap(KnownHub.init(secret:))
    }
    guard let known else { return .skip("the agent was told no hub") }
    if let proxy = known.proxyURL {
      return .skip("the agent goes to \(known.server) through the proxy \(proxy), over there")
    }
    let probe = EndpointProbe(
      url: known.server, authorities: known.certificateAuthorities, name: "hub")
    switch try await probe.run() {
    case .verified:
      let limit = (try? HostReachability.classify(url: known.server))?.limit
      return limit.map {
        .warn("it answers and is verified, but the host of \(known.server) is \($0)")
      }
        ?? .pass("\(known.server) answers and is verified")
    case .untrusted(let reason): return .fail("\(known.server): \(reason)")
    case .unreached(let reason): return .warn("\(known.server) is not reached from here: \(reason)")
    case .foreign(let answer): return .fail("\(known.server) is no API server: \(answer)")
    }
  }
}
