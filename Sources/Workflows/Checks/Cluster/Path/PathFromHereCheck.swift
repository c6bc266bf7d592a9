import OpenClusterManagement

/// `path.to-cluster`: the cluster's URL on the hub is reached and verified.
struct PathFromHereCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "path.to-cluster", .path, "the cluster's URL on the hub leads to it",
    meaning: """
      Connects to the URL that the hub knows and verifies what answers by the certificates that the hub knows, without \
      any credential. It goes from here: that the hub gets there is likely, not proven.
      """,
    warns: "the URL is not reached from here.",
    fails: "what answers is not verified by these certificates, or is no API server.",
    remedies: [
      "mcctl import NAME --cluster-url URL --cluster-ca-file FILE corrects URL and certificates",
      "when only this machine has no way there, run the check from another",
    ])

  var requires: [String] { [ClusterCheckContext.firstCheck, "path.address"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let config = try await context.requiredRecord().clientConfigs.first else {
      return .skip("the hub has no URL")
    }
    let probe = EndpointProbe(
      url: config.url, authorities: config.certificateAuthorities, name: context.name)
    switch try await probe.run() {
    case .verified: return .pass("\(config.url) answers and is verified")
    case .untrusted(let reason): return .fail("\(config.url): \(reason)")
    case .unreached(let reason): return .warn("\(config.url) is not reached from here: \(reason)")
    case .foreign(let answer): return .fail("\(config.url) is no API server: \(answer)")
    }
  }
}
