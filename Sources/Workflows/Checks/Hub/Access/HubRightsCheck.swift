import KubernetesClient
import OpenClusterManagement

/// `hub.rights`: the caller may register clusters.
struct HubRightsCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.rights", .access, "the caller may import, accept and delete clusters",
    meaning: """
      Asks the hub by SelfSubjectAccessReview for the rights that import, accept, apply and delete take. Approving a \
      cluster's certificate request takes two, on certificatesigningrequests/approval and on the signer; accepting a \
      cluster takes the right to update managedclusters/accept beside that to patch the object.
      """,
    warns: "some right is missing; each is listed with the commands that need it.",
    remedies: [
      "bind the caller to a ClusterRole with these rights",
      "for looking alone nothing is missing: status and check read only",
    ])

  private static let needs: [(command: String, access: AccessAttributes)] =
    RequestApproval.needs.map { ("import, accept", $0.attributes) }
    + [
      (
        "import, accept",
        AccessAttributes(
          verb: "update", group: Names.APIGroup.register, resource: "managedclusters",
          subresource: "accept")
      ),
      ("import", AccessAttributes("create", .managedClusters)),
      ("import, accept, gate", AccessAttributes("patch", .managedClusters)),
      (
        "gate set, status --wait-for",
        AccessAttributes("patch", .managedClusters, subresource: "status")
      ),
      ("import", AccessAttributes("create", .namespaces)),
      ("import, token", AccessAttributes("create", .serviceAccounts, subresource: "token")),
      ("import, token", AccessAttributes("create", .clusterRoleBindings)),
      ("apply", AccessAttributes("create", .manifestWorks)),
      ("delete", AccessAttributes("delete", .managedClusters)),
      ("delete", AccessAttributes("delete", .namespaces)),
      ("delete", AccessAttributes("delete", .manifestWorks)),
    ]

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let reader = context.reader
    let everything = AccessAttributes(verb: "*", group: "*", resource: "*")
    if try await reader.review(everything).isAllowed {
      return .pass("the caller may do everything on the hub")
    }
    let answers = try await Self.needs.concurrentMap(limit: 4) {
      try await reader.review($0.access).isAllowed
    }
    let missing = zip(Self.needs, answers).filter { !$0.1 }.map(\.0)
    guard !missing.isEmpty else { return .pass("the caller has all \(Self.needs.count) of them") }
    return .warn(
      "the caller lacks \(missing.count) of \(Self.needs.count) rights",
      details: missing.map { "\($0.command): may not \($0.access.spoken)" },
      next: ["kubectl --context \(context.contextName) auth can-i --list"])
  }
}
