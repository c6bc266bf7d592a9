import FoundationEssentials
import OpenClusterManagement

/// `path.address`: the hub knows the cluster's URL, and certificates to verify it by.
struct ClusterAddressCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "path.address", .path, "the hub knows the cluster's URL and certificates",
    meaning: """
      Reads spec.managedClusterClientConfigs of the ManagedCluster, which cluster-gateway and others that push to the \
      cluster go by. The agent fills it only when it is told the cluster's URL.
      """,
    warns:
      "URL or certificates are missing, the URL leads nowhere from elsewhere, or a certificate ends soon.",
    fails: "a certificate has ended.",
    remedies: [
      "mcctl import NAME --cluster-url URL --cluster-ca-file FILE completes the record",
      "for a cluster that only reaches out nothing is missing",
    ])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let record = try await context.requiredRecord()
    guard let config = record.clientConfigs.first else { return .warn("the hub has no URL") }
    if let limit = (try? HostReachability.classify(url: config.url))?.limit {
      return .warn("the host of \(config.url) is \(limit)")
    }
    guard let bundle = config.certificateAuthorities,
      let end = AuthorityPin.earliestEnd(pem: bundle)
    else { return .warn("\(config.url), without certificates to verify it by") }
    let verdict = context.options.expiry(of: "the certificate authority of \(config.url)", end)
    return verdict.level == .pass
      ? .pass("\(config.url), certificates until \(Timestamp.text(end))") : verdict
  }
}
