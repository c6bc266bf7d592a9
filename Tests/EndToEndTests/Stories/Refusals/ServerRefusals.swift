import Foundation
import Testing

/// Servers that are not what the kubeconfig says, and callers that they do not accept.
@Suite("Refused: servers and callers", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct ServerRefusals {
  @Test("A server that cannot be trusted or reached, or is none", arguments: servers)
  func server(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("Credentials that the server does not accept", arguments: callers)
  func caller(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("A web server is no Kubernetes API server, over http and https")
  func webServer() async throws {
    let clusters = try Clusters.required()
    let web = try RunningProgram(
      "python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], folder: clusters.folder)
    let isReady = await web.wait(within: 10) { $0.stdout.contains("http://127.0.0.1:") }
    try #require(isReady, "\(web.stdout) \(web.stderr)")
    let port = try #require(web.stdout.firstMatch(of: /127\.0\.0\.1:([0-9]+)/)).1
    for (scheme, reason) in [
      ("http", "what answers is not a Kubernetes API server"),
      ("https", "what answers there does not speak TLS"),
    ] {
      let refusal = Refusal(
        scheme, status: 1, says: [reason, "127.0.0.1:\(port)", "next", "cluster.not-kubernetes"]
      ) { clusters in
        let file = try await clusters.hubKubeconfig("web-\(scheme)") {
          $0.cluster = ["server": "\(scheme)://127.0.0.1:\(port)"]
          $0.user = [:]
        }
        return ["status", "--kubeconfig", file]
      }
      try await refusal.check(clusters)
    }
    web.signal(SIGTERM)
    _ = await web.end(within: 5)
  }

  static let servers = [
    Refusal(
      "a certificate authority that is another one", status: 1,
      says: [
        "is not signed by a trusted authority", "where", "context other-ca",
        "certificate-authority-data", "cluster.certificate-refused",
      ]
    ) { clusters in
      let authority = try await Authority.own(in: clusters.folder)
      let file = try await clusters.hubKubeconfig("other-ca") {
        $0.cluster["certificate-authority-data"] = authority
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a host name that is not in the certificate", status: 1,
      says: [
        "is not for hub.example, but for ", "kubernetes.default.svc", "where",
        "cluster.certificate-refused",
      ]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("other-name") {
        $0.cluster["tls-server-name"] = "hub.example"
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a port where nothing listens", status: 1,
      says: [
        "nothing listens on 127.0.0.1:1", "where", "https://127.0.0.1:1", "cluster.unreachable",
      ]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("dead") { $0.server = "https://127.0.0.1:1" }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a managed cluster where nothing listens", status: 1,
      says: [
        "nothing listens on 127.0.0.1:1", "managed cluster edge-1 (context dead-edge",
        "cluster.unreachable",
      ]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("dead-edge") {
        $0.server = "https://127.0.0.1:1"
      }
      return Story.importing("edge-1", file)
    },
    Refusal(
      "a name that does not resolve", status: 1,
      says: ["hub.invalid does not resolve to an address", "where", "cluster.name-not-resolved"]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("nameless") {
        $0.server = "https://hub.invalid:6443"
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a cluster that is no hub", status: 3,
      says: [
        "Open Cluster Management is not installed", "where", "managedclusters", "mcctl init",
        "hub.ocm-missing",
      ]
    ) { clusters in ["get", "clusters", "--kubeconfig", clusters.first] },
    Refusal(
      "an import into a cluster that is no hub", status: 3,
      says: ["Open Cluster Management is not installed", "mcctl init", "hub.ocm-missing"]
    ) { clusters in
      Story.importing("edge-1", clusters.first) + ["--kubeconfig", clusters.first]
    },
  ]

  static let callers = [
    Refusal(
      "a wrong token", status: 4,
      says: [
        "the server does not accept the credentials", "where", "context stranger", "next",
        "access.unauthorized",
      ]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("stranger") {
        $0.authenticate(token: "not-a-token")
      }
      return ["status", "--kubeconfig", file]
    },
    Refusal(
      "a token that has expired", status: 4,
      says: ["the server does not accept the credentials", "expired at 2020-01-01T00:00:00Z"]
    ) { clusters in
      let file = try await clusters.hubKubeconfig("late") { $0.authenticate(token: oldToken) }
      return Story.importing("edge-1", clusters.first) + ["--kubeconfig", file]
    },
    Refusal(
      "a managed cluster that does not know the caller", status: 4,
      says: ["managed cluster edge-1 (context unknown", "access.unauthorized"]
    ) { clusters in
      var draft = try await KubeconfigDraft(of: clusters.first, clusters: clusters)
      draft.authenticate(token: "not-a-token")
      return Story.importing("edge-1", try draft.write("unknown", in: clusters.folder))
    },
    Refusal(
      "no right to list", status: 4,
      says: [
        "cannot list managedclusters", "where", "User \"nobody\" cannot list resource",
        "access.forbidden",
      ]
    ) { _ in ["status", "--as", "nobody"] },
  ]

  /// A JSON Web Token of the year 2020; its signature is none.
  static var oldToken: String {
    ["{\"alg\":\"none\"}", "{\"exp\":1577836800}", "signature"].map {
      Data($0.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
    }.joined(separator: ".")
  }
}
