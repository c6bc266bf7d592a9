import Foundation
import Testing

/// What a hub and a cluster are seen to be: check, and status of one cluster, from all sides.
@Suite("Status and checks", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct CheckStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  /// The levels of a report of `check -o json`, by id.
  private func levels(_ outcome: Outcome) throws -> [String: String] {
    let items = try #require(try Story.json(outcome)["items"] as? [[String: Any]])
    return Dictionary(
      items.map { ($0["id"] as? String ?? "", $0["level"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the record says of itself: the condition mcctl.dev/Registered.
  private func noted(_ name: String) async throws -> String {
    try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o",
      #"jsonpath={.status.conditions[?(@.type=="mcctl.dev/Registered")].status}"#
    ).stdout
  }

  @Test("A gate holds a cluster back until it is opened; page, condition and checks say the same")
  func gateAndChecks() async throws {
    let name = Story.clusterName()
    let gate = "example.com/Backup"
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    #expect(try await noted(name) == "True")
    let added = try await clusters.mcctl("gate", "add", name, gate)
    #expect(added.status == 0, "\(added)")
    #expect(try await noted(name) == "False")
    let page = try await clusters.mcctl("status", name)
    #expect(page.stdout.hasPrefix("\(name)  not registered: ReadinessGateNotReported"), "\(page)")
    #expect(page.stdout.contains("gate \(gate)"), "\(page)")
    #expect(page.stdout.contains("-> mcctl gate list \(name)"), "\(page)")

    let set = try await clusters.mcctl("gate", "set", name, gate, "--status", "True")
    #expect(set.status == 0, "\(set)")
    #expect(try await noted(name) == "True")
    let open = try await clusters.mcctl(
      "status", name, "--cluster-kubeconfig", clusters.first)
    #expect(open.stdout.hasPrefix("\(name)  registered\n"), "\(open)")
    for words in ["heartbeat", "certificate", "OCM 1.3.1", "identity"] {
      #expect(open.stdout.contains(words), "\(words): \(open)")
    }

    let before = try clusters.writes().count
    // The operator of a live agent reports a while after the cluster is registered.
    let expected = [
      "cluster.registered", "cluster.lease", "agent.api", "agent.identity", "agent.klusterlet",
      "agent.certificate", "agent.leftovers", "path.to-cluster",
    ]
    var cluster: Outcome?
    let isWell = try await Story.eventually(within: clusters.isLive ? 90 : 10) {
      let outcome = try await clusters.mcctl(
        "check", "cluster", name, "--cluster-kubeconfig", clusters.first, "-o", "json")
      cluster = outcome
      let found = try levels(outcome)
      return expected.allSatisfy { found[$0] == "pass" }
    }
    #expect(isWell, "\(cluster?.stdout ?? "")")
    let hub = try await clusters.mcctl("check", "hub", "-o", "json")
    let seen = try levels(hub)
    #expect(seen["hub.ocm.installed"] == "pass" && seen["fleet.gates"] == "pass", "\(hub)")
    // The pods of a live hub may not run, and other clusters of it be lost.
    if !clusters.isLive { #expect(hub.status == 0, "\(hub)") }
    #expect(try clusters.writes().count == before, "something was written")

    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("Whoever may read clusters alone sees the page with notes, and checks that name the rights")
  func fewRights() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let user = "reader-\(name)"
    let role = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: \(user)}
      rules:
      - {apiGroups: [cluster.open-cluster-management.io], resources: [managedclusters], verbs: [get, list]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: \(user)}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: \(user)}
      subjects: [{kind: User, name: \(user), apiGroup: rbac.authorization.k8s.io}]
      """
    let applied = try await clusters.kubectl(clusters.hub, "apply", "-f", "-", input: role)
    try #require(applied.status == 0, "\(applied)")
    let page = try await clusters.mcctl("status", name, "--as", user)
    #expect(page.status == 0, "\(page)")
    #expect(page.stdout.hasPrefix("\(name)  registered"), "\(page)")
    #expect(
      page.stdout.contains("may not list manifestworks.work.open-cluster-management.io"), "\(page)")
    let hub = try await clusters.mcctl("check", "hub", "--as", user)
    #expect(hub.stdout.contains("skip  fleet.heartbeats"), "\(hub)")
    #expect(hub.stdout.contains("may not list leases.coordination.k8s.io"), "\(hub)")
    #expect(hub.stdout.contains("warn  hub.rights"), "\(hub)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
    _ = try await clusters.kubectl(
      clusters.hub, "delete", "clusterrole,clusterrolebinding", user)
  }

  @Test("A watch on a terminal is one table that is drawn in place, and Ctrl-C its normal end")
  func watch() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let run = try await clusters.mcctlOnTerminal(["status", "--watch"], interruptAt: "Ctrl-C ends")
    #expect(run.status == 130 && run.seconds < 1, "\(run.shown)")
    #expect(run.lines.contains { $0.hasPrefix(name) }, "\(run.shown)")
    #expect(!run.shown.contains("error"), "\(run.shown)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("Checks with few rights, a dead server, an unknown cluster: refused with what is wrong")
  func troubles() async throws {
    let unknown = try await clusters.mcctl("check", "cluster", "nowhere", "-o", "short")
    #expect(unknown.status == 3, "\(unknown)")
    #expect(
      unknown.stdout == "fail nowhere: cluster.record: there is no cluster nowhere on the hub\n",
      "\(unknown)")
    let dead = clusters.folder.appending(path: "dead.kubeconfig")
    try """
    apiVersion: v1
    kind: Config
    current-context: dead
    contexts: [{name: dead, context: {cluster: dead, user: dead}}]
    clusters: [{name: dead, cluster: {server: "https://127.0.0.1:1"}}]
    users: [{name: dead, user: {token: nothing}}]
    """.write(to: dead, atomically: true, encoding: .utf8)
    let down = try await clusters.mcctl("check", "hub", "--kubeconfig", dead.path, "-o", "short")
    #expect(down.status == 3, "\(down)")
    #expect(down.stdout.contains("fail hub.api: cannot get /version: "), "\(down)")
    #expect(down.stdout.split(separator: "\n").count == 1, "\(down)")
  }
}
