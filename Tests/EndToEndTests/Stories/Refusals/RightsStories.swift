import Foundation
import Testing

/// Callers who may look at everything and change nothing.
@Suite("Refused: rights", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct RightsStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("Who may only look is told every right that is missing on the hub, and nothing is written")
  func onlyLooking() async throws {
    let kubeconfig = try await onlooker(at: clusters.hub, "hub-onlooker")
    for (arguments, rights) in [
      (
        Story.importing("edge-1", clusters.first),
        [
          "hub: may not create managedclusters.cluster.open-cluster-management.io\n",
          "hub: may not update managedclusters.register.open-cluster-management.io/accept \"edge-1\"",
          "hub: may not approve signers.certificates.k8s.io",
        ]
      ),
      (["token", "create", "edge-1"], ["hub: may not create serviceaccounts/token"]),
    ] {
      let words = ["needs rights", "where", "context hub-onlooker", "next", "access.not-permitted"]
      try await Refusal("\(arguments)", status: 4, says: words + rights) { _ in
        arguments + ["--kubeconfig", kubeconfig]
      }.check(clusters)
    }
  }

  @Test("The same of the managed cluster")
  func onlyLookingAtManaged() async throws {
    let kubeconfig = try await onlooker(at: clusters.first, "edge-onlooker")
    let words = [
      "where", "managed cluster edge-1 (context edge-onlooker",
      "managed: may not create namespaces\n",
      "managed: may not create customresourcedefinitions.apiextensions.k8s.io\n",
      "access.not-permitted",
    ]
    try await Refusal("import", status: 4, says: words) { _ in
      Story.importing("edge-1", kubeconfig)
    }.check(clusters)
  }

  @Test("A dry run shows what is not permitted, and ends as the command would")
  func dryRun() async throws {
    let kubeconfig = try await onlooker(at: clusters.hub, "hub-dry-onlooker")
    let before = try clusters.writes().count
    let outcome = try await clusters.mcctl(
      Story.importing("edge-1", clusters.first) + ["--dry-run", "--kubeconfig", kubeconfig])
    #expect(outcome.status == 4, "\(outcome)")
    #expect(outcome.stderr.contains("access.not-permitted"), "\(outcome)")
    #expect(outcome.stdout.contains("not permitted ManagedCluster edge-1"), "\(outcome)")
    #expect(try clusters.writes().count == before)
  }

  /// A kubeconfig of a service account that may read everything.
  private func onlooker(at kubeconfig: String, _ name: String) async throws -> String {
    let role = """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: \(name), namespace: default}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: \(name)}
      rules: [{apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: \(name)}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: \(name)}
      subjects: [{kind: ServiceAccount, name: \(name), namespace: default}]
      """
    let applied = try await clusters.kubectl(kubeconfig, "apply", "-f", "-", input: role)
    try #require(applied.status == 0, "\(applied)")
    let token = try await clusters.kubectl(kubeconfig, "create", "token", name, "-n", "default")
    try #require(token.status == 0, "\(token)")
    var draft = try await KubeconfigDraft(of: kubeconfig, clusters: clusters)
    draft.authenticate(
      token: String(token.stdout.trimmingPrefix(/\s+/).prefix { !$0.isWhitespace }))
    return try draft.write(name, in: clusters.folder)
  }
}
