import Foundation
import Testing

/// Kubeconfigs that cannot be used: no server is asked.
@Suite("Refused: kubeconfigs", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct KubeconfigRefusals {
  @Test("A kubeconfig that cannot be read or understood", arguments: unreadable)
  func cannotBeRead(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("A kubeconfig whose entries cannot be used", arguments: unusable)
  func cannotBeUsed(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("The managed cluster's kubeconfig is judged alike, before the hub is asked")
  func managed() async throws {
    let clusters = try Clusters.required()
    let broken = try clusters.file("broken.yaml", "apiVersion: v1\nclusters: [")
    for (file, words) in [
      ("nowhere.yaml", ["there is no kubeconfig at nowhere.yaml", "kubeconfig.missing"]),
      (broken, ["broken.yaml:3:1", "kubeconfig.invalid"]),
    ] {
      try await Refusal(file, status: 1, says: words) { _ in Story.importing("edge-1", file) }
        .check(clusters)
    }
  }

  static let unreadable = [
    Refusal(
      "a file that is missing", status: 1,
      says: ["there is no kubeconfig at nowhere.yaml", "next", "kubeconfig.missing"]
    ) { _ in ["status", "--kubeconfig", "nowhere.yaml"] },
    Refusal(
      "a file that cannot be read", status: 1,
      says: ["cannot be read", "is a directory", "permissions", "kubeconfig.unreadable"]
    ) { clusters in ["status", "--kubeconfig", clusters.folder.path] },
    Refusal(
      "an empty file", status: 1,
      says: ["empty.yaml", "it has no clusters, users and contexts", "kubeconfig.invalid"]
    ) { clusters in ["status", "--kubeconfig", try clusters.file("empty.yaml", "")] },
    Refusal(
      "YAML that is none", status: 1,
      says: ["indented.yaml:5:11", "mapping values are not allowed", "kubeconfig.invalid"]
    ) { clusters in
      let text = "apiVersion: v1\nkind: Config\nclusters:\n- name: a\n   cluster: {}\n"
      return ["status", "--kubeconfig", try clusters.file("indented.yaml", text)]
    },
    Refusal(
      "a value of the wrong kind", status: 1,
      says: ["kinds.yaml:2:1", ".clusters must be a list, not a number", "kubeconfig.invalid"]
    ) { clusters in
      ["status", "--kubeconfig", try clusters.file("kinds.yaml", "kind: Config\nclusters: 5\n")]
    },
    Refusal(
      "a key that is there twice", status: 1,
      says: ["twice.yaml:3:1", "duplicate key", "kubeconfig.invalid"]
    ) { clusters in
      let text = "kind: Config\nclusters: []\nclusters: []\n"
      return ["status", "--kubeconfig", try clusters.file("twice.yaml", text)]
    },
  ]

  static let unusable = [
    Refusal(
      "an unknown context", status: 1,
      says: [
        "there is no context \"nowhere\"", "contexts are: ", "next", "kubeconfig.unknown-context",
      ]
    ) { _ in ["status", "--context", "nowhere"] },
    Refusal(
      "an unknown context of the managed cluster", status: 1,
      says: ["there is no context \"nowhere\"", "kubeconfig.unknown-context"]
    ) { _ in ["import", "edge-1", "--cluster-context", "nowhere", "--allow-loopback"] },
    Refusal(
      "a field that mcctl does not do", status: 1,
      says: [".users[0].user.auth-provider", "legacy.kubeconfig:1:", "kubeconfig.unsupported"]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("legacy") {
        $0.user = ["auth-provider": ["name": "gcp"]]
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "base64 that is none", status: 1,
      says: ["client-certificate-data is not valid base64", "kubeconfig.invalid"]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("base64") {
        $0.user = ["client-certificate-data": "!!", "client-key-data": "!!"]
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a named file that is missing", status: 1,
      says: ["gone.crt", "named as client-certificate in the kubeconfig", "no such file"]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("references") {
        $0.user = ["client-certificate": "gone.crt", "client-key": "gone.key"]
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a client certificate that has expired", status: 4,
      says: [
        "the client certificate of", "expired at 2020-01-02T00:00:00Z", "kubeconfig.certificate",
      ]
    ) { clusters in
      let pair = try await ClientCertificate.expired(in: clusters.folder)
      let file = try await clusters.hubKubeconfig("expired") {
        $0.user = ["client-certificate": pair.certificate, "client-key": pair.key]
      }
      return ["status", "--kubeconfig", file]
    },
  ]
}
