import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Passwords that the hub keeps")
struct StoredCredentialsTests {
  @Test("have keys that a Secret may have, and that differ where the references do")
  func keys() {
    let key = { StoredCredentials.key($0) }
    #expect(key(.environment("SSH_PASSWORD")) == "env.SSH_5FPASSWORD")
    #expect(key(.file("/etc/pass word.txt")) == "file._2Fetc_2Fpass_20word.txt")
    #expect(key(.file("a/b")) != key(.file("a_b")))
    #expect(key(.file("ä")) == "file._C3_A4")
  }

  @Test("stand in only where a secret cannot be had here")
  func fallback() throws {
    let secret = FleetSecret.environment("PASSWORD")
    var inputs = FleetInputs(folder: ".", environment: [:])
    #expect(throws: WorkflowError.self) { try inputs.secret(secret, field: "ssh.password") }
    inputs.stored = [StoredCredentials.key(secret): Secret("kept")]
    #expect(try inputs.secret(secret, field: "ssh.password").revealed == "kept")
    var here = FleetInputs(folder: ".", environment: ["PASSWORD": "here"])
    here.stored = inputs.stored
    #expect(try here.secret(secret, field: "ssh.password").revealed == "here")
  }

  @Test("come from every member that names one, and are read back; other types are none of them")
  func roundTrip() async throws {
    let specification = try ClusterFileTests.read(
      """
      \(ClusterFileTests.image)
        ssh: {password: {env: PASSWORD}}
        registry: {local: {username: admin, password: {env: REGISTRY}}}
        hosts:
        - {address: 10.0.0.11, roles: [master]}
      """)
    let inputs = FleetInputs(
      folder: ".", environment: ["PASSWORD": "planted-a", "REGISTRY": "planted-b"])
    var secret = try StoredCredentials(of: specification, inputs).desired("c1").value
    let hub = StaticCluster.hub()
    hub.put(.secrets, secret)
    let access = hub.access("hub", server: "https://hub.example:6443")
    let read = try await StoredCredentials.read("c1", on: access).secrets
    #expect(
      read.mapValues(\.revealed) == ["env.PASSWORD": "planted-a", "env.REGISTRY": "planted-b"])
    secret["type"] = "Opaque"
    hub.put(.secrets, secret)
    #expect(try await StoredCredentials.read("c1", on: access).secrets.isEmpty)
  }
}
