import Documents
import KubernetesClient
import OpenClusterManagement

/// `residue.rbac`: no right is left of a cluster that is gone.
struct ResidueAccessCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "residue.rbac", .residue, "no rights are left of clusters that are gone",
    meaning: """
      Looks for ClusterRoles, ClusterRoleBindings and join credentials that carry the name of a cluster that the hub does \
      not know. They stay when a cluster was removed while the hub's controllers did not run; an agent that still has \
      its certificate could use them.
      """,
    warns:
      "some are left; a credential that has not ended belongs to a cluster that is still to come.",
    remedies: [
      "mcctl token revoke NAME removes a join credential with its rights",
      "kubectl delete clusterrole,clusterrolebinding -l open-cluster-management.io/cluster-name=NAME",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let known = Set(try await context.clusters().map(\.name)).union(try await expected(context))
    var left: [String] = []
    for label in [Names.Label.clusterName, Names.Label.joinCredential] {
      for type in [ResourceType.clusterRoles, .clusterRoleBindings] {
        let found = try await context.reads.metadata(
          type, ListOptions(labelSelector: label, fromCache: true))
        for object in found {
          let cluster = object.at("metadata", "labels", label)?.string ?? ""
          guard !cluster.isEmpty, !known.contains(cluster) else { continue }
          left.append("\(cluster): \(type.kind) \(object.at("metadata", "name")?.string ?? "")")
        }
      }
    }
    guard !left.isEmpty else { return .pass("none") }
    return .warn(
      "\(left.count) \(left.count == 1 ? "object is" : "objects are") left", details: left.sorted())
  }

  /// Clusters that are still to come: their credential has not ended.
  private func expected(_ context: HubCheckContext) async throws -> [String] {
    let label = Names.Label.joinCredential
    let accounts = try await context.reads.metadata(
      .serviceAccounts, namespace: Names.Namespace.openClusterManagement,
      ListOptions(labelSelector: label))
    let now = context.options.now()
    return accounts.compactMap { account in
      let end = Timestamp.date(account.at("metadata", "annotations", Names.Annotation.expires))
      guard let end, end > now else { return nil }
      return account.at("metadata", "labels", label)?.string
    }
  }
}
