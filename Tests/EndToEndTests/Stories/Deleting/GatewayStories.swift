import Foundation
import Testing

/// Clusters that are reached through cluster-gateway on the hub alone.
@Suite(
  "Deleting: through the gateway", .serialized,
  .clusters(1, flags: ["--hub-prepared", "--gateway", "vela-system"]),
  .enabled(if: !Clusters.areLive, "a live hub need not have cluster-gateway"))
struct GatewayStories {
  let clusters: Clusters

  init() async throws {
    clusters = try .required()
    if try await clusters.kubectl(clusters.hub, "get", "namespace", "vela-system").status != 0 {
      try await clusters.must(clusters.hub, "create", "namespace", "vela-system")
    }
  }

  /// As cluster-gateway's addon does it: an account in the namespace of the addons' agents, its rights by a work, and
  /// its token in a Secret on the hub.
  private func join(_ name: String, endpoint: String = "Const") async throws {
    try await clusters.must(
      clusters.first, "create", "serviceaccount", "cluster-gateway", "-n",
      "open-cluster-management-agent-addon")
    let rights = try clusters.file(
      "gateway.yaml",
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: "open-cluster-management:cluster-gateway:default"}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects:
      - {kind: ServiceAccount, name: cluster-gateway, namespace: open-cluster-management-agent-addon}
      """)
    try await letWorksGrant()
    try await clusters.done(["apply", "-f", rights, "--cluster", name, "--work", "cluster-gateway"])
    let token = try await clusters.must(
      clusters.first, "create", "token", "cluster-gateway", "-n",
      "open-cluster-management-agent-addon", "--duration", "2h")
    try await clusters.must(
      clusters.hub, "create", "-f", "-",
      input: """
        apiVersion: v1
        kind: Secret
        metadata:
          name: \(name)
          namespace: vela-system
          labels:
            cluster.core.oam.dev/cluster-credential-type: ServiceAccountToken
            cluster.core.oam.dev/cluster-endpoint-type: \(endpoint)
        stringData: {token: "\(token.trimmingCharacters(in: .whitespacesAndNewlines))"}
        """)
  }

  /// Works may hand rights out only where the cluster lets them.
  private func letWorksGrant() async throws {
    try await clusters.must(
      clusters.first, "apply", "-f", "-",
      input: """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: works-may-grant
          labels: {open-cluster-management.io/aggregate-to-work: "true"}
        rules:
        - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
        - {nonResourceURLs: ["*"], verbs: ["*"]}
        """)
  }

  @Test(
    "The agent goes, though the gateway's own credential goes before it; status and check look through it"
  )
  func removesTheAgent() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["ClusterRole//works-may-grant"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await join(name)
      try await clusters.handOut("through", to: name)
      let page = try await clusters.done(["status", name, "--via-gateway", "-o", "json"])
      #expect(try Story.json(page)["inside"] != nil, "\(page)")
      let checked = try await clusters.mcctl(
        ["check", "cluster", name, "--via-gateway", "-o", "json"])
      #expect(checked.stdout.contains("agent.klusterlet"), "\(checked)")
      #expect(!checked.stdout.contains("no kubeconfig for the cluster"), "\(checked)")

      let needed = try await clusters.mcctl("delete", name, "--yes")
      #expect(needed.status == 3 && needed.stderr.contains("--via-gateway"), "\(needed)")
      let deleting = ["delete", name, "--via-gateway", "--yes"]
      let plan = try await clusters.done(deleting + ["--dry-run"])
      #expect(plan.stdout.contains("create        Secret vela-system/\(name)--leaving"), "\(plan)")
      let server = try await clusters.mcctl(deleting + ["--dry-run=server"])
      #expect(server.status == 0, "\(server)")
      try await clusters.done(deleting)
    }
  }

  @Test("Killed after any of its writes, the same command finishes", arguments: [0, 3, 6])
  func interrupted(offset: Int) async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["ClusterRole//works-may-grant"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await join(name)
      let deleting = ["delete", name, "--via-gateway", "--yes", "--kubeconfig", "{hub}"]
      var cuts = 0
      for write in stride(from: 1 + offset, to: 60, by: 9) {
        let cut = try await clusters.gated(killAfter: write, deleting)
        if !cut.killed { break }
        cuts += 1
      }
      #expect(cuts > 0)
      let end = try await clusters.mcctl(
        "delete", name, "--via-gateway", "--yes", "--ignore-not-found")
      #expect(end.status == 0, "\(end)")
    }
  }

  @Test("What the gateway cannot do is said before anything is written")
  func refused() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["ClusterRole//works-may-grant"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await Refusal(
        "no entry", status: 3, says: ["does not know \(name)", "gateway.unknown-cluster"]
      ) { _ in ["delete", name, "--via-gateway", "--yes"] }.check(clusters)
      try await Refusal(
        "no entry", status: 3, says: ["does not know \(name)", "gateway.unknown-cluster"]
      ) { _ in ["status", name, "--via-gateway"] }.check(clusters)
      try await join(name, endpoint: "ClusterProxy")
      try await Refusal(
        "a tunnel", status: 3, says: ["ends before its agent can be removed", "gateway.unfit"]
      ) { _ in ["delete", name, "--via-gateway", "--yes"] }.check(clusters)
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }

  @Test("The Secret of a cluster that is reached otherwise goes with it, and those of others stay")
  func secrets() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["Secret/vela-system/other-\(name)"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      for secret in [name, "other-\(name)"] {
        try await clusters.must(
          clusters.hub, "create", "-f", "-",
          input: """
            apiVersion: v1
            kind: Secret
            metadata:
              name: \(secret)
              namespace: vela-system
              labels: {cluster.core.oam.dev/cluster-credential-type: ServiceAccountToken}
            stringData: {token: "not-a-token"}
            """)
      }
      try await clusters.done(Story.deleting(name, clusters.first))
      try await clusters.must(clusters.hub, "get", "secret", "other-\(name)", "-n", "vela-system")
    }
    try await clusters.must(
      clusters.hub, "delete", "secret", "other-\(name)", "-n", "vela-system")
  }
}
