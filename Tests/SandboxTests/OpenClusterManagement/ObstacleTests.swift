import Documents
import Foundation
import Testing

@testable import Sandbox

/// What is missing or wrong keeps operators and agents from working, and shows where a real one
/// shows it.
@Suite(.timeLimit(.minutes(5)))
struct ObstacleTests {
  /// The reason of the Klusterlet's condition HubConnectionDegraded, as soon as it fits.
  private func connection(
    _ fleet: TestFleet, _ reason: String
  ) async throws -> String {
    let klusterlet = try await fleet.spokeClient.until(.klusterlets, "klusterlet", nil, reason) {
      $0.condition("HubConnectionDegraded")?["reason"]?.string == reason
    }
    return klusterlet.condition("HubConnectionDegraded")?["message"]?.string ?? ""
  }

  @Test("A wrong CA shows as a TLS failure, and nothing reaches the hub")
  func wrongAuthority() async throws {
    try await TestFleet.run { fleet in
      var installation = try fleet.installation()
      let stranger = Data(try fleet.spoke.authority.pem.utf8).base64EncodedString()
      var kubeconfig = try fleet.bootstrapKubeconfig()
      kubeconfig = replacing("certificate-authority-data", with: stranger, in: kubeconfig)
      installation.bootstrap = YAML.text(kubeconfig)
      try await fleet.installAgent(installation)
      let message = try await connection(
        fleet, "BootstrapSecretError,HubKubeConfigSecretMissing")
      #expect(message.contains("certificate signed by unknown authority"))
      #expect(try await fleet.hubClient.find(.managedClusters, "c1") == nil)
    }
  }

  @Test("Wrong credentials show as unauthorized or forbidden")
  func wrongCredentials() async throws {
    try await TestFleet.run { fleet in
      var installation = try fleet.installation()
      installation.bootstrap = YAML.text(
        try fleet.hub.kubeconfig(user: "nobody", groups: []))
      try await fleet.installAgent(installation)
      let message = try await connection(
        fleet, "BootstrapSecretUnauthorized,HubKubeConfigSecretMissing")
      #expect(message.contains("managedclusters"))

      installation.bootstrap = YAML.text(
        try tokenKubeconfig(fleet, token: "not-a-token"))
      try await fleet.spokeClient.ensure(.secrets, installation.bootstrapSecret)
      let refused = try await connection(
        fleet, "BootstrapSecretError,HubKubeConfigSecretMissing")
      #expect(refused.contains("Unauthorized"))
      #expect(try await fleet.hubClient.find(.managedClusters, "c1") == nil)
    }
  }

  @Test("Without bootstrap Secret no agent pod starts")
  func bootstrapSecretMissing() async throws {
    try await TestFleet.run { fleet in
      let installation = try fleet.installation()
      try await fleet.installAgent(installation)
      try await fleet.spokeClient.delete(.secrets, OCM.bootstrapSecret, OCM.agentNamespace)
      _ = try await connection(fleet, "BootstrapSecretMissing,HubKubeConfigSecretMissing")
      try await fleet.spokeClient.ensure(.secrets, installation.bootstrapSecret)
      try await fleet.hubClient.until(.managedClusters, "c1")
    }
  }

  @Test("An operator whose RBAC lacks a rule does nothing until it is there")
  func operatorRules() async throws {
    try await TestFleet.run { fleet in
      var installation = try fleet.installation()
      installation.rules.removeAll { $0.resources == ["deployments"] }
      try await fleet.installAgent(installation)
      try await fleet.spokeClient.until(.deployments, "klusterlet", OCM.operatorNamespace) {
        $0.at("status", "availableReplicas") == 1
      }
      try await Task.sleep(for: .milliseconds(500))
      let klusterlet = try await fleet.spokeClient.get(.klusterlets, "klusterlet", nil)
      #expect(klusterlet["status"] == nil)
      #expect(klusterlet.finalizers.isEmpty)
      installation.rules = AgentInstallation.operatorRules
      try await fleet.installAgent(installation)
      try await fleet.hubClient.until(.managedClusters, "c1")
    }
  }

  @Test("A rule that only applying needs shows in condition Applied")
  func applyingRules() async throws {
    try await TestFleet.run { fleet in
      var installation = try fleet.installation()
      installation.rules.removeAll { $0.resources == ["clusterroles", "roles"] }
      try await fleet.installAgent(installation)
      let klusterlet = try await fleet.spokeClient.until(.klusterlets, "klusterlet") {
        $0.condition("Applied")?["reason"] == "ManagedClusterResourceApplyFailed"
      }
      let message = klusterlet.condition("Applied")?["message"]?.string ?? ""
      #expect(message.contains("cannot get resource \"clusterroles\""))
    }
  }

  @Test("Without ServiceAccount the operator's Deployment gets no pod, and says why")
  func serviceAccountMissing() async throws {
    try await TestFleet.run(prepared: false) { fleet in
      var installation = try fleet.installation()
      installation.hasServiceAccount = false
      try await fleet.installAgent(installation)
      let deployment = try await fleet.spokeClient.until(
        .deployments, "klusterlet", OCM.operatorNamespace
      ) { $0.hasCondition("ReplicaFailure", .yes) }
      #expect(deployment.hasCondition("Available", .no))
      #expect(
        deployment.condition("ReplicaFailure")?["message"]?.string?.hasSuffix(
          "error looking up service account open-cluster-management/klusterlet: "
            + "serviceaccount \"klusterlet\" not found") == true)
    }
  }

  @Test("An image that cannot be pulled keeps pods from becoming ready")
  func unpullableImage() async throws {
    var options = ClusterOptions.quiet
    options.unpullableImages = ["quay.io/open-cluster-management/"]
    try await TestFleet.run(prepared: false, options: options) { fleet in
      try await fleet.installAgent(fleet.installation())
      for await event in fleet.spokeClient.watch(.pods, OCM.operatorNamespace) {
        let state = event.object.at("status", "containerStatuses")?[0]?["state"]
        if state?.at("waiting", "reason") == "ImagePullBackOff" { break }
      }
      let deployment = try await fleet.spokeClient.get(
        .deployments, "klusterlet", OCM.operatorNamespace)
      #expect(deployment.at("status", "availableReplicas") == nil)
    }
  }

  private func replacing(_ field: String, with text: String, in value: Value) -> Value {
    switch value {
    case .object(let members):
      .object(
        Object(
          members.map { key, value in
            (key, key == field ? .string(text) : replacing(field, with: text, in: value))
          }))
    case .array(let elements):
      .array(elements.map { replacing(field, with: text, in: $0) })
    default: value
    }
  }

  private func tokenKubeconfig(_ fleet: TestFleet, token: String) throws -> Value {
    var kubeconfig = try fleet.bootstrapKubeconfig()
    let user = kubeconfig["users"]?[0]?["name"] ?? ""
    kubeconfig["users"] = [["name": user, "user": ["token": .string(token)]]]
    return kubeconfig
  }
}
