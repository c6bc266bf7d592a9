import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Secrets on the hub that lead to clusters")
struct AccessSecretTests {
  static let reference = AccessSecret.automatic(of: "edge-7")

  static func secret(_ keys: [String: String], annotations: Value = [:]) -> Value {
    [
      "apiVersion": "v1", "kind": "Secret",
      "metadata": [
        "name": "auto-import-secret", "namespace": "edge-7", "annotations": annotations,
      ],
      "data": .object(
        Object(keys.map { ($0.key, .string(Data($0.value.utf8).base64EncodedString())) })),
    ]
  }

  static func read(_ secret: Value?, context: String? = nil) async throws -> AccessSecret? {
    let hub = StaticCluster.hub()
    if let secret { hub.put(.secrets, secret) }
    return try await AccessSecret.read(
      reference, context: context, on: hub.access("hub", server: "https://hub.example:6443"),
      environment: [:])
  }

  static let kubeconfig = """
    apiVersion: v1
    kind: Config
    current-context: edge
    contexts: [{name: edge, context: {cluster: edge, user: admin}}]
    clusters: [{name: edge, cluster: {server: "https://edge-7.example:6443"}}]
    users: [{name: admin, user: {token: not-a-real-token}}]
    """

  @Test("a kubeconfig, or server and token")
  func forms() async throws {
    let whole = try await Self.read(Self.secret(["kubeconfig": Self.kubeconfig]))
    #expect(whole?.connection.server == "https://edge-7.example:6443")
    #expect(whole?.isKept == false)
    let parts = try await Self.read(
      Self.secret(["server": "https://edge-7.example:6443", "token": "not-a-real-token"]))
    #expect(parts?.connection.server == "https://edge-7.example:6443")
    #expect(try await Self.read(nil) == nil)
  }

  @Test("one that is annotated to be kept is kept")
  func kept() async throws {
    let found = try await Self.read(
      Self.secret(
        ["kubeconfig": Self.kubeconfig],
        annotations: [
          "managedcluster-import-controller.open-cluster-management.io/keeping-auto-import-secret":
            "true"
        ]))
    #expect(found?.isKept == true)
  }

  @Test(
    "whoever writes Secrets on the hub cannot have this machine run programs or read files",
    arguments: [
      (
        "token: not-a-real-token",
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: id}"
      ),
      ("token: not-a-real-token", "auth-provider: {name: gcp}"),
      ("token: not-a-real-token", "tokenFile: /etc/passwd"),
      ("token: not-a-real-token", "client-key: /etc/passwd"),
      ("server: \"https", "certificate-authority: /etc/passwd, server: \"https"),
    ])
  func reach(part: String, replacement: String) async throws {
    let text = Self.kubeconfig.replacing(part, with: replacement)
    #expect(text != Self.kubeconfig)
    let failure = await #expect(throws: WorkflowError.self) {
      try await Self.read(Self.secret(["kubeconfig": text]))
    }
    #expect(failure?.id == .noManagedCluster)
    #expect(failure?.why?.contains("of this machine") == true)
  }

  @Test(
    "what leads nowhere says what it lacks",
    arguments: [[:], ["kubeconfig": "a: [b"], ["server": "https://x"]])
  func nowhere(keys: [String: String]) async throws {
    await #expect(throws: WorkflowError.self) { try await Self.read(Self.secret(keys)) }
  }
}
