import Documents
import Foundation
import Logging

/// Gets an agent its client certificate by a CertificateSigningRequest, and keeps it in the Secret
/// `hub-kubeconfig-secret` (OCM registration, register/csr and register/secret_controller).
actor CertificateDriver {
  /// Requests with the cluster's label, in whatever state, at which an agent makes no more.
  static let threshold = 10

  private struct Pending {
    let name: String
    let privateKey: [UInt8]
  }

  private let agent: AgentContext
  private let bootstrap: HubKubeconfig
  private var pending: Pending?

  init(agent: AgentContext, bootstrap: HubKubeconfig) {
    self.agent = agent
    self.bootstrap = bootstrap
  }

  /// What a step did.
  enum Step: Sendable {
    /// Nothing to do before this time.
    case valid(until: Date)
    /// A request waits for its certificate, or there are too many requests for another.
    case waiting
    /// A new certificate is in the Secret, in force from and to these times.
    case renewed(ClosedRange<Date>)
  }

  /// Does what can be done now: asks for a certificate, or stores one that was issued.
  func step(_ hub: any HubClient) async throws -> Step {
    if let pending { return try await collect(pending, hub) }
    let secret = try await agent.spoke.find(.secrets, OCM.hubSecret, agent.namespace)
    let files = secret.map(SecretFiles.contents) ?? [:]
    if let certificate = AgentCertificate(files["tls.crt"]), isFor(certificate, files) {
      let renewal = certificate.renewal()
      if renewal > Date() { return .valid(until: renewal) }
    }
    guard try await countRequests(hub) < Self.threshold else {
      agent.logger.info(
        "\(agent.pod.name): stop creating csr since there are too many csr created already on hub")
      return .waiting
    }
    pending = try await request(hub)
    return .waiting
  }

  /// What the Secret holds besides key and certificate.
  private var identityFiles: [String: [UInt8]] {
    [
      "cluster-name": Array(agent.cluster.utf8), "agent-name": Array(agent.agentID.utf8),
      "kubeconfig": Array(AgentKubeconfig.text(from: bootstrap).utf8),
    ]
  }

  private var organizations: [String] {
    [OCM.clusterGroup(agent.cluster), OCM.managedClustersGroup]
  }

  private func isFor(_ certificate: AgentCertificate, _ files: [String: [UInt8]]) -> Bool {
    certificate.commonName == agent.commonName && !certificate.isExpired
      && Set(certificate.organizations) == Set(organizations)
      && identityFiles.allSatisfy { files[$0.key] == $0.value }
  }

  private func countRequests(_ hub: any HubClient) async throws -> Int {
    try await hub.list(
      .certificateSigningRequests, nil,
      labelSelector: "\(OCM.clusterNameLabel)=\(agent.cluster)"
    ).filter { $0.label(OCM.addonNameLabel) == nil }.count
  }

  private func request(_ hub: any HubClient) async throws -> Pending {
    let pair = try AgentKeyPair(commonName: agent.commonName, organizations: organizations)
    var spec: Value = [
      "request": .string(Data(pair.request).base64EncodedString()),
      "signerName": .string(SigningController.signerName),
      "usages": ["digital signature", "key encipherment", "client auth"],
    ]
    if let seconds = agent.pod.argument("client-cert-expiration-seconds").flatMap({ Int($0) }) {
      spec["expirationSeconds"] = .integer(seconds)
    }
    let object = try await hub.create(
      .certificateSigningRequests,
      [
        "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
        "metadata": [
          "generateName": .string("\(agent.cluster)-"),
          "labels": [OCM.clusterNameLabel: .string(agent.cluster)],
        ], "spec": spec,
      ], nil)
    agent.logger.info("\(agent.pod.name): a csr \(object.objectName) is created")
    return Pending(name: object.objectName, privateKey: pair.privateKey)
  }

  private func collect(_ pending: Pending, _ hub: any HubClient) async throws -> Step {
    let request: Value
    do {
      request = try await hub.get(.certificateSigningRequests, pending.name, nil)
    } catch let failure as APIFailure where failure.isNotFound {
      // Somebody removed it: the next try makes a new one.
      self.pending = nil
      throw failure
    }
    guard request.condition("Denied") == nil, request.hasCondition("Approved", .yes),
      let encoded = request.at("status", "certificate")?.string,
      let pem = Data(base64Encoded: encoded), let certificate = AgentCertificate(Array(pem))
    else { return .waiting }
    var files = identityFiles
    files["tls.crt"] = Array(pem)
    files["tls.key"] = pending.privateKey
    try await store(files)
    self.pending = nil
    return .renewed(certificate.notBefore...certificate.notAfter)
  }

  private func store(_ files: [String: [UInt8]]) async throws {
    let data = SecretFiles.data(files)
    let stored = try await agent.spoke.modify(.secrets, OCM.hubSecret, agent.namespace) { secret in
      for (key, value) in data.object ?? Object() { secret.set(value, at: "data", key) }
    }
    if stored != nil { return }
    _ = try await agent.spoke.create(
      .secrets,
      [
        "apiVersion": "v1", "kind": "Secret",
        "metadata": [
          "name": .string(OCM.hubSecret), "namespace": .string(agent.namespace),
        ], "type": "Opaque", "data": data,
      ], agent.namespace)
  }
}
