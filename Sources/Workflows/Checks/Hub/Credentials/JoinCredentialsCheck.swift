import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `hub.tokens`: no join credential outlives its use.
struct JoinCredentialsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.tokens", .credentials, "join credentials are in use or gone",
    meaning: """
      Looks at the credentials that mcctl made for clusters to join with. One that has ended is of no use to the site \
      that was to use it; one whose cluster is registered should be revoked. An import revokes its credential itself.
      """,
    warns: "a credential has ended unused, or its cluster is registered already.",
    remedies: [
      "mcctl token revoke NAME takes a credential away",
      "mcctl token create NAME, or a new bundle, where the cluster is still to come",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let label = Names.Label.joinCredential
    let accounts = try await context.reads.metadata(
      .serviceAccounts, namespace: Names.Namespace.openClusterManagement,
      ListOptions(labelSelector: label))
    let clusters = try await context.clusters()
    let byName = Dictionary(clusters.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let now = context.options.now()
    let doubts = accounts.compactMap { account -> (cluster: String, fault: String)? in
      let name = account.at("metadata", "labels", label)?.string ?? ""
      let end = Timestamp.date(account.at("metadata", "annotations", Names.Annotation.expires))
      if let cluster = byName[name], RegistrationState.evaluate(cluster, now: now).isRegistered {
        return (name, "its cluster is registered")
      }
      if let end, end <= now { return (name, "ended \(Timestamp.text(end))") }
      return nil
    }.sorted { $0.cluster < $1.cluster }
    guard let first = doubts.first else {
      return .pass(accounts.isEmpty ? "there are none" : "\(accounts.count), all to be used yet")
    }
    return .warn(
      "\(doubts.count) of \(accounts.count) should not be there",
      details: doubts.map { "\($0.cluster): \($0.fault)" },
      next: ["mcctl token revoke \(first.cluster) --context \(context.contextName)"])
  }
}
