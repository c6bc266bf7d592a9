import KubernetesClient
import OpenClusterManagement

/// `fleet.addresses`: the hub knows how to reach every joined cluster.
struct ClusterAddressesCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "fleet.addresses", .fleet, "the hub knows each cluster's URL and certificates",
    meaning: """
      Looks at spec.managedClusterClientConfigs of every joined cluster. The agent fills it only when it is told the \
      cluster's URL; without URL or certificates cluster-gateway, and whatever pushes to the cluster, has no way there.
      """,
    warns:
      "URL or certificates are missing. For clusters that only reach out that is to be expected.",
    remedies: ["mcctl import NAME --cluster-url URL --cluster-ca-file FILE completes the record"])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let joined = try await context.clusters().filter {
      $0.condition(Names.ConditionType.joined)?.isTrue == true
    }
    let lacking = joined.compactMap { cluster -> String? in
      guard let config = cluster.clientConfigs.first else { return "\(cluster.name): no URL" }
      guard config.caBundle != nil else {
        return "\(cluster.name): no certificates for \(config.url)"
      }
      let isReadable = config.certificateAuthorities.map { !AuthorityPin.pins(pem: $0).isEmpty }
      return isReadable == true ? nil : "\(cluster.name): its caBundle holds no certificate"
    }
    guard !lacking.isEmpty else { return .pass("of all \(joined.count) joined ones") }
    return .warn("it does not for \(lacking.count) of \(joined.count)", details: lacking)
  }
}
