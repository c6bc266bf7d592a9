import Foundation
import Testing

/// A certificate request as somebody may send it to a hub, right or wrong, made with openssl and kubectl.
struct CertificateRequestDraft: Sendable {
  /// The cluster of the label.
  let cluster: String
  /// Who sends it; nil sends it as the administrator.
  var user: String?
  /// The groups of that user.
  var groups: [String] = []
  var agent = "0a1b2c3d"
  /// In the order of the subject; nil for those of the cluster's agent.
  var organizations: [String]?
  var commonName: String?
  var signer = "kubernetes.io/kube-apiserver-client"
  var usages = ["digital signature", "key encipherment", "client auth"]
  /// Further words for `openssl req`.
  var extras: [String] = []

  /// Sends it; returns its name on the hub.
  func send(_ clusters: Clusters, name: String) async throws -> String {
    let prefix = "system:open-cluster-management:"
    let names = organizations ?? ["\(prefix)\(cluster)", "\(prefix)managed-clusters"]
    let subject =
      names.map { "/O=\($0)" }.joined() + "/CN=\(commonName ?? "\(prefix)\(cluster):\(agent)")"
    let made = try await Program.run(
      "openssl",
      [
        "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", "\(name).key", "-subj", subject,
      ] + extras, folder: clusters.folder)
    try #require(made.status == 0, "\(made)")
    let object: [String: Any] = [
      "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
      "metadata": [
        "name": name, "labels": ["open-cluster-management.io/cluster-name": cluster],
      ],
      "spec": [
        "request": Data(made.stdout.utf8).base64EncodedString(), "signerName": signer,
        "usages": usages,
      ],
    ]
    let text = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    let identity =
      (user.map { ["--as", $0] } ?? []) + groups.flatMap { ["--as-group", $0] }
    let sent = try await Program.run(
      "kubectl", ["--kubeconfig", clusters.hub, "create", "-f", "-"] + identity,
      environment: ["HOME": clusters.folder.path], input: text, folder: clusters.folder)
    try #require(sent.status == 0, "\(sent)")
    return name
  }

  /// Whether an approver said yes to a request.
  static func isApproved(_ name: String, _ clusters: Clusters) async throws -> Bool {
    let outcome = try await clusters.kubectl(
      clusters.hub, "get", "csr", name, "-o", "jsonpath={.status.conditions[*].type}")
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.stdout.contains("Approved")
  }
}
