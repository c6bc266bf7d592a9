import Foundation
import Testing

/// Nobody gets a certificate in a cluster's name but the cluster.
@Suite("Trust", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct TrustStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("Forged requests in the name of a waiting cluster are never approved")
  func forged() async throws {
    let name = try await waitingCluster()
    let account = "system:serviceaccount:open-cluster-management:mcctl-join-\(name)"
    let groups = ["system:serviceaccounts", "system:authenticated"]
    let own = CertificateRequestDraft(cluster: name, user: account, groups: groups)
    var forgeries = ["stranger": own, "masters": own, "foreign": own, "signer": own]
    forgeries["stranger"]?.user = "eve"
    forgeries["stranger"]?.groups = ["system:masters"]
    forgeries["shared"] = own
    forgeries["shared"]?.user =
      "system:serviceaccount:open-cluster-management:agent-registration-bootstrap"
    forgeries["masters"]?.organizations = [
      "system:open-cluster-management:\(name)", "system:masters",
    ]
    // Real API servers take no such request in the first place.
    if clusters.isLive { forgeries["masters"] = nil }
    forgeries["foreign"]?.commonName = "system:open-cluster-management:another:0a1b2c3d"
    forgeries["signer"]?.signer = "example.com/my-signer"
    forgeries["names"] = own
    forgeries["names"]?.extras = ["-addext", "subjectAltName=DNS:kubernetes.default.svc"]
    forgeries["usages"] = own
    forgeries["usages"]?.usages = ["digital signature", "server auth", "client auth"]
    var sent: [String] = []
    for (kind, draft) in forgeries.sorted(by: { $0.key < $1.key }) {
      sent.append(try await draft.send(clusters, name: "\(name)-\(kind)"))
    }
    let refused = try await clusters.mcctl("accept", name)
    #expect(refused.status == 3, "\(refused)")
    #expect(refused.stderr.contains("accept.no-request"), "\(refused)")
    let waiting = try await clusters.mcctl(
      "status", name, "--wait-for", "registered", "--timeout", "3s")
    #expect(waiting.status == 5, "\(waiting)")
    for request in sent {
      #expect(try await !CertificateRequestDraft.isApproved(request, clusters), "\(request)")
    }
    let accepted = try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.spec.hubAcceptsClient}")
    #expect(accepted.stdout != "true")
    try await discard(name)
  }

  @Test("A stranger's request beside the right one is refused, and both are shown")
  func besideTheRightOne() async throws {
    let name = try await waitingCluster()
    let right = CertificateRequestDraft(
      cluster: name, user: "system:serviceaccount:open-cluster-management:mcctl-join-\(name)",
      groups: ["system:serviceaccounts", "system:authenticated"])
    var wrong = right
    wrong.user = "eve"
    wrong.groups = ["system:masters"]
    _ = try await right.send(clusters, name: "\(name)-right")
    _ = try await wrong.send(clusters, name: "\(name)-wrong")
    let accepted = try await clusters.mcctl("accept", name)
    #expect(accepted.status == 0, "\(accepted)")
    for word in ["\(name)-wrong", "eve", "is refused", "\(name)-right", "key sha256:"] {
      #expect(accepted.stderr.contains(word), "\(word) is missing: \(accepted)")
    }
    #expect(try await CertificateRequestDraft.isApproved("\(name)-right", clusters))
    #expect(try await !CertificateRequestDraft.isApproved("\(name)-wrong", clusters))
    try await discard(name)
  }

  @Test("Two agents with the cluster's credential: none is approved until one is named")
  func twoAgents() async throws {
    let name = try await waitingCluster()
    var draft = CertificateRequestDraft(
      cluster: name, user: "system:serviceaccount:open-cluster-management:mcctl-join-\(name)",
      groups: ["system:serviceaccounts", "system:authenticated"])
    _ = try await draft.send(clusters, name: "\(name)-one")
    draft.agent = "ffffffff"
    _ = try await draft.send(clusters, name: "\(name)-two")
    let refused = try await clusters.mcctl("accept", name)
    #expect(refused.status == 3, "\(refused)")
    for word in ["several agents", "\(name)-one", "\(name)-two", "--request"] {
      #expect(refused.stderr.contains(word), "\(word) is missing: \(refused)")
    }
    let waiting = try await clusters.mcctl(
      "status", name, "--wait-for", "registered", "--timeout", "3s")
    #expect(waiting.status == 5 && waiting.stderr.contains("several agents"), "\(waiting)")
    let named = try await clusters.mcctl("accept", name, "--request", "\(name)-two")
    #expect(named.status == 0, "\(named)")
    #expect(try await CertificateRequestDraft.isApproved("\(name)-two", clusters))
    #expect(try await !CertificateRequestDraft.isApproved("\(name)-one", clusters))
    try await discard(name)
  }

  @Test("A thief who asks with the stolen credential is found out before the cluster is accepted")
  func stolen() async throws {
    let name = Story.clusterName()
    let applied = try await clusters.mcctl(
      Story.importing(name, clusters.first) + ["--no-accept", "--no-wait"])
    try #require(applied.status == 0, "\(applied)")
    let own = "\(name)-thief"
    _ = try await CertificateRequestDraft(
      cluster: name, user: "system:serviceaccount:open-cluster-management:mcctl-join-\(name)",
      groups: ["system:serviceaccounts", "system:authenticated"]
    ).send(clusters, name: own)
    // Only the thief's is approved, so the agent keeps waiting for its own.
    let accepted = try await clusters.mcctl(
      "accept", name, "--request", own, "--cluster-kubeconfig", clusters.first, "--timeout", "4s")
    #expect(accepted.status == 5, "\(accepted)")
    let state = try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.spec.hubAcceptsClient}")
    #expect(state.stdout != "true", "\(accepted)")
    let request = try await agentsRequest(name, otherThan: own)
    let right = try await clusters.mcctl(
      "accept", name, "--request", request, "--cluster-kubeconfig", clusters.first, "--wait")
    #expect(right.status == 0 && right.stdout.contains("its agent holds the key"), "\(right)")
    // It was used, so it is gone.
    let listed = try await clusters.mcctl("token", "list", "-o", "json")
    #expect(!listed.stdout.contains(name), "\(listed)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test(
    "A revoked credential is refused by the hub at once",
    arguments: [
      "service-account", "bootstrap-token",
    ])
  func revoked(type: String) async throws {
    let name = Story.clusterName()
    let created = try await clusters.mcctl(
      "token", "create", name, "--type", type, "-o", "jsonpath={.token}")
    try #require(created.status == 0, "\(created)")
    #expect(try await answer(to: created.stdout) != 401)
    _ = try await CertificateRequestDraft(
      cluster: name, user: try await user(of: name),
      groups: ["system:bootstrappers:mcctl:\(name)"]
    ).send(clusters, name: "\(name)-\(type)")
    let listed = try await clusters.mcctl("token", "list", "-o", "wide")
    for word in [name, type, "LAST USED", "\(name)-\(type)"] {
      #expect(listed.stdout.contains(word), "\(word) is missing: \(listed)")
    }
    #expect(!(listed.stdout + listed.stderr).contains(created.stdout))
    let revoked = try await clusters.mcctl("token", "revoke", name)
    #expect(revoked.status == 0, "\(revoked)")
    // Real API servers remember for ten seconds whom a token stood for.
    let isRefused = try await Story.eventually(within: clusters.isLive ? 15 : 0) {
      try await answer(to: created.stdout) == 401
    }
    #expect(isRefused)
    let left = try await clusters.kubectl(
      clusters.hub, "get", "sa,secret,clusterrole,clusterrolebinding", "-A", "-o", "name", "-l",
      "mcctl.dev/join-credential=\(name)")
    #expect(left.stdout == "", "\(left)")
  }

  @Test("A cluster joins with a bootstrap token of its own, which is revoked in the end")
  func bootstrapToken() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(
      Story.importing(name, clusters.first) + ["--credential-type", "bootstrap-token"])
    #expect(imported.status == 0, "\(imported)")
    let left = try await clusters.kubectl(
      clusters.hub, "get", "secret", "-n", "kube-system", "-o", "name", "-l",
      "mcctl.dev/join-credential=\(name)")
    #expect(left.stdout == "", "\(left)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }
}

extension TrustStories {
  /// A cluster that the hub waits for, with a credential of its own; nothing is applied anywhere.
  private func waitingCluster() async throws -> String {
    let name = Story.clusterName()
    let outcome = try await clusters.mcctl(
      "import", name, "--mode", "manual", "-o", "\(name).yaml", "--allow-loopback")
    try #require(outcome.status == 0, "\(outcome)")
    return name
  }

  /// Takes a cluster out that never came; it would stay on a live hub.
  private func discard(_ name: String) async throws {
    let deleted = try await clusters.mcctl("delete", name, "--hub-only", "--yes")
    #expect(deleted.status == 0, "\(deleted)")
  }

  private func user(of cluster: String) async throws -> String {
    let listed = try await clusters.mcctl(
      "token", "list", "-o", "jsonpath={.items[?(@.cluster==\"\(cluster)\")].user}")
    try #require(listed.status == 0 && !listed.stdout.isEmpty, "\(listed)")
    return listed.stdout
  }

  private func agentsRequest(_ cluster: String, otherThan other: String) async throws -> String {
    var found: [String] = []
    _ = try await Story.eventually(within: 20) {
      let listed = try await clusters.kubectl(
        clusters.hub, "get", "csr", "-l", "open-cluster-management.io/cluster-name=\(cluster)",
        "-o", "jsonpath={.items[*].metadata.name}")
      found = listed.stdout.split(separator: " ").map(String.init).filter { $0 != other }
      return !found.isEmpty
    }
    return try #require(found.first, "the agent has not asked")
  }

  /// The HTTP status with which the hub answers somebody who shows a token.
  private func answer(to token: String) async throws -> Int {
    let authority = try await clusters.authority(clusters.hub, "hub")
    let configuration = clusters.folder.appending(path: "curl-\(UUID().uuidString)")
    try Data("header = \"Authorization: Bearer \(token)\"\n".utf8).write(to: configuration)
    let url = try await clusters.serverURL(clusters.hub)
    let outcome = try await Program.run(
      "curl",
      [
        "--silent", "--config", configuration.path, "--cacert", authority, "--output", "/dev/null",
        "--write-out", "%{http_code}", "\(url)/api/v1/namespaces",
      ], folder: clusters.folder)
    try #require(outcome.status == 0, "\(outcome)")
    return try #require(Int(outcome.stdout))
  }
}
