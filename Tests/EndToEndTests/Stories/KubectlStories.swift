import Foundation
import Testing

/// A real kubectl on the sandbox: what it does on any API server, it does here.
@Suite(
  "kubectl drives the sandbox", .serialized, .clusters(1),
  .enabled(if: !Clusters.areLive, "real clusters need no such test"))
struct KubectlStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("create, get, label, patch, replace, apply and delete --wait")
  func objects() async throws {
    try await expect("create", "namespace", "play", says: "namespace/play created")
    try await expect(
      "create", "configmap", "c", "-n", "play", "--from-literal=a=1", says: "configmap/c created")
    try await expect("get", "configmap", "c", "-n", "play", says: "NAME   DATA   AGE\nc      1")
    try await expect("label", "configmap", "c", "-n", "play", "x=y", says: "configmap/c labeled")
    try await expect(
      "patch", "configmap", "c", "-n", "play", "-p", #"{"data":{"b":"2"}}"#, says: "patched")
    try await expect(
      "patch", "configmap", "c", "-n", "play", "--type=json", "-p",
      #"[{"op":"remove","path":"/data/a"}]"#, says: "patched")
    try await expect(
      "get", "configmap", "-l", "x=y", "-n", "play", "-o", "jsonpath={.items[0].data}",
      says: #"{"b":"2"}"#)
    let manifest = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: d, namespace: play}
      data: {k: v}
      """
    try await expect("apply", "-f", "-", input: manifest, says: "configmap/d created")
    try await expect("apply", "-f", "-", input: manifest, says: "configmap/d unchanged")
    let changed = manifest.replacing("k: v", with: "k: w")
    try await expect("apply", "-f", "-", input: changed, says: "configmap/d configured")
    let difference = try await clusters.kubectl(clusters.hub, "diff", "-f", "-", input: manifest)
    #expect(difference.status == 1 && difference.stdout.contains("+  k: v"), "\(difference)")
    try await expect("delete", "namespace", "play", "--wait", says: "namespace \"play\" deleted")
    let gone = try await clusters.kubectl(clusters.hub, "get", "namespace", "play")
    #expect(gone.status == 1 && gone.stderr.contains("(NotFound)"), "\(gone)")
  }

  @Test("apply --server-side: owners of fields, conflicts, --force-conflicts, dry run")
  func serverSideApply() async throws {
    func manifest(_ value: String) -> String {
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: owned, namespace: default}
      data: {k: \(value)}
      """
    }
    let apply = ["apply", "--server-side", "-f", "-"]
    try await expect(apply, input: manifest("one"), says: "serverside-applied")
    let conflict = try await kubectl(apply + ["--field-manager=other"], input: manifest("two"))
    #expect(conflict.status == 1, "\(conflict)")
    #expect(conflict.stderr.contains("conflict with \"kubectl\": .data.k"), "\(conflict)")
    try await expect(
      apply + ["--dry-run=server", "--force-conflicts"], input: manifest("two"),
      says: "(server dry run)")
    try await expect(
      "get", "configmap", "owned", "-o", "jsonpath={.data.k}", says: "one")
    try await expect(
      apply + ["--field-manager=other", "--force-conflicts"], input: manifest("two"),
      says: "serverside-applied")
    try await expect(
      "get", "configmap", "owned", "--show-managed-fields", "-o",
      "jsonpath={.metadata.managedFields[*].manager}", says: "other")
  }

  @Test("api-resources, api-versions, explain and version read discovery and schemas")
  func discovery() async throws {
    try await expect(
      "api-resources", "--api-group=apps", says: "deployments", "deploy", "Deployment")
    try await expect("api-versions", says: "rbac.authorization.k8s.io/v1", "\nv1\n")
    try await expect(
      "explain", "deployment.spec.replicas", says: "KIND:       Deployment", "FIELD: replicas")
    try await expect("version", says: "Server Version: v1.36")
    try await expect("cluster-info", says: "is running at")
  }

  @Test("auth can-i and whoami, as oneself and as others")
  func access() async throws {
    try await expect("auth", "can-i", "delete", "nodes", says: "yes")
    let nobody = try await kubectl(["auth", "can-i", "delete", "nodes", "--as=nobody"])
    #expect(nobody.status == 1 && nobody.stdout.contains("no"), "\(nobody)")
    try await expect("auth", "whoami", says: "kubernetes-admin", "system:masters")
    let forbidden = try await kubectl(["get", "secrets", "--as=nobody"])
    #expect(forbidden.status == 1 && forbidden.stderr.contains("(Forbidden)"), "\(forbidden)")
  }

  @Test("get --watch and wait see what happens")
  func watching() async throws {
    let watch = try RunningProgram(
      "kubectl",
      [
        "--kubeconfig", clusters.hub, "get", "configmaps", "--watch", "--output-watch-events",
        "--field-selector=metadata.name=seen",
      ], environment: ["HOME": clusters.folder.path])
    try await Task.sleep(for: .milliseconds(500))
    try await expect("create", "configmap", "seen", says: "created")
    try await expect("annotate", "configmap", "seen", "a=b", says: "annotated")
    try await expect("delete", "configmap", "seen", says: "deleted")
    let saw = await watch.wait(within: 10) { $0.stdout.contains("DELETED") }
    #expect(saw, "\(watch.stdout) \(watch.stderr)")
    for event in ["ADDED", "MODIFIED", "DELETED"] { #expect(watch.stdout.contains(event)) }
    watch.signal(SIGTERM)
    _ = await watch.end(within: 5)
    try await expect(
      "wait", "--for=jsonpath={.status.phase}=Active", "namespace/default", "--timeout=5s",
      says: "condition met")
  }

  private func kubectl(_ arguments: [String], input: String? = nil) async throws -> Outcome {
    try await Program.run(
      "kubectl", ["--kubeconfig", clusters.hub] + arguments,
      environment: ["HOME": clusters.folder.path], input: input, folder: clusters.folder)
  }

  private func expect(
    _ arguments: String..., input: String? = nil, says words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await expect(arguments, input: input, says: words, sourceLocation: sourceLocation)
  }

  private func expect(
    _ arguments: [String], input: String? = nil, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await expect(arguments, input: input, says: [words], sourceLocation: sourceLocation)
  }

  private func expect(
    _ arguments: [String], input: String?, says words: [String], sourceLocation: SourceLocation
  ) async throws {
    let outcome = try await kubectl(arguments, input: input)
    #expect(outcome.status == 0, "\(outcome)", sourceLocation: sourceLocation)
    for word in words {
      #expect(outcome.stdout.contains(word), "\(outcome)", sourceLocation: sourceLocation)
    }
  }
}
