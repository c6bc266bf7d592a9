import Foundation
import Testing

/// Pods on one node of a cluster, in a namespace of their own, as a story needs them.
struct NodePods: Sendable {
  private let clusters: Clusters
  private let kubeconfig: String
  private let node: String
  private let namespace = "pods-" + String(UUID().uuidString.lowercased().prefix(8))

  /// Makes the namespace.
  init(_ clusters: Clusters, _ kubeconfig: String, node: String) async throws {
    self.clusters = clusters
    self.kubeconfig = kubeconfig
    self.node = node
    let made = try await clusters.kubectl(kubeconfig, "create", "namespace", namespace)
    try #require(made.status == 0, "\(made)")
  }

  /// Makes a pod that runs on the node.
  ///
  /// - Parameters:
  ///   - owner: the kind of its controller, which is made too; nil for none.
  ///   - volume: whether it has an emptyDir volume.
  func make(_ name: String, owner kind: String?, volume: Bool = false) async throws {
    var owners = ""
    if let kind {
      let template = """
        {"metadata": {"labels": {"app": "\(name)"}}, "spec": {"containers": [{"name": "a", "image": "a"}]}}
        """
      let replicas = kind == "ReplicaSet" ? "\"replicas\": 1," : ""
      try await apply(
        """
        {"apiVersion": "apps/v1", "kind": "\(kind)", "metadata": {"name": "\(name)"}, "spec": {\(replicas)
        "selector": {"matchLabels": {"app": "\(name)"}}, "template": \(template)}}
        """)
      let uid = try await run("get", kind, name, "-o", "jsonpath={.metadata.uid}").stdout
      owners = """
        "ownerReferences": [{"apiVersion": "apps/v1", "kind": "\(kind)", "name": "\(name)", \
        "uid": "\(uid)", "controller": true}],
        """
    }
    let volumes = volume ? "\"volumes\": [{\"name\": \"scratch\", \"emptyDir\": {}}]," : ""
    try await apply(
      """
      {"apiVersion": "v1", "kind": "Pod", "metadata": {\(owners) "name": "\(name)", \
      "labels": {"app": "\(name)", "story": "drain"}}, "spec": {\(volumes) "nodeName": "\(node)", \
      "containers": [{"name": "a", "image": "a"}]}}
      """)
    let runs = try await run(
      "patch", "pod", name, "--subresource=status", "--type=merge", "-p",
      "{\"status\": {\"phase\": \"Running\"}}")
    try #require(runs.status == 0, "\(runs)")
  }

  /// Deletes a pod.
  func delete(_ name: String) async throws {
    _ = try await run("delete", "pod", name, "--force", "--grace-period=0")
  }

  /// A budget that lets no pod go.
  func protect() async throws {
    try await apply(
      """
      {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "all"}, \
      "spec": {"maxUnavailable": 0, "selector": {"matchLabels": {"story": "drain"}}}}
      """)
  }

  /// Takes the budget away.
  func unprotect() async throws { _ = try await run("delete", "pdb", "all") }

  /// The pods that are there.
  func names() async throws -> [String] {
    try await run("get", "pods", "-o", "jsonpath={.items[*].metadata.name}").stdout
      .split(separator: " ").map(String.init)
  }

  /// Whether the node takes pods.
  func isSchedulable() async throws -> Bool {
    try await run("get", "node", node, "-o", "jsonpath={.spec.unschedulable}").stdout != "true"
  }

  /// Takes all of it away.
  func end() async throws { _ = try await run("delete", "namespace", namespace, "--wait=false") }

  private func apply(_ text: String) async throws {
    let made = try await clusters.kubectl(
      kubeconfig, "-n", namespace, "create", "-f", "-", input: text)
    try #require(made.status == 0, "\(made)")
  }

  private func run(_ words: String...) async throws -> Outcome {
    try await Program.run(
      "kubectl", ["--kubeconfig", kubeconfig, "-n", namespace] + words,
      environment: ["HOME": clusters.folder.path], folder: clusters.folder)
  }
}
