import Documents
import Foundation
import NIOCore
import NIOSSL
import SwiftASN1
import X509

/// One simulated cluster: storage, identities and an HTTPS listener on a loopback port.
final class APIServer: Sendable {
  /// What a server is made from.
  struct Configuration: Sendable {
    /// Name used in messages, certificate subjects and kubeconfigs, such as `hub`.
    var name: String
    /// Address to listen on: a loopback address, IPv4 or IPv6.
    var host: String = "127.0.0.1"
    /// Port to listen on; 0 lets the system choose.
    var port: Int = 0
    /// Bearer tokens that stand for fixed users.
    var staticTokens: [String: UserInfo] = [:]
    /// Where answered requests are written down.
    var log: RequestLog?
    /// What the cluster does differently for a test.
    var settings = ClusterSettings()

    init(name: String) { self.name = name }
  }

  /// The settings the server was made from.
  let configuration: Configuration

  /// Everything that the cluster remembers.
  let cluster: ClusterState

  /// The cluster's own certificate authority: signs serving and client certificates.
  var authority: CertificateAuthority { cluster.authority }

  private let listener = HTTPServer()

  /// Makes a server with its built-in objects; it does not listen yet.
  init(_ configuration: Configuration) throws {
    self.configuration = configuration
    let authority = try CertificateAuthority(commonName: "\(configuration.name)-ca")
    cluster = ClusterState(authority: authority, settings: configuration.settings)
    for plugin in Self.plugins(cluster) { cluster.register(plugin) }
    try InitialObjects(cluster: cluster).create(named: configuration.name)
  }

  /// Starts to listen and returns when the port is known.
  func start() async throws {
    let handler = RequestHandler(
      cluster: cluster,
      authenticator: Authenticator(
        cluster: cluster, staticTokens: configuration.staticTokens),
      address: { [weak self] in self?.address ?? "" })
    try await listener.start(
      host: configuration.host, port: configuration.port, tls: try servingTLS()
    ) { [cluster, configuration] request, _ in
      await FaultyResponder(cluster: cluster).respond(to: request) { request in
        let outcome = await handler.respond(to: request)
        configuration.log?.record(
          request, server: configuration.name, user: outcome.user,
          status: outcome.response.status)
        return outcome.response
      }
    }
    try InitialObjects(cluster: cluster).publish(server: url, authority: try authority.pem)
  }

  /// Closes the listener and every connection, and returns when both are done.
  func stop() async {
    cluster.store.endWatches()
    await listener.stop()
  }

  /// `127.0.0.1:PORT`; the port is 0 before `start()` has returned.
  var address: String {
    let isV6 = configuration.host.contains(":")
    return "\(isV6 ? "[\(configuration.host)]" : configuration.host):\(listener.port)"
  }

  /// `https://127.0.0.1:PORT`; the port is 0 before `start()` has returned.
  var url: String { "https://\(address)" }

  /// A client in this process with all rights (`system:masters`), named so in managedFields.
  func localClient(userAgent: String) -> any ResourceClient {
    LocalClient(cluster: cluster, manager: userAgent)
  }

  /// A kubeconfig with a fresh client certificate of that user and groups.
  func kubeconfig(user: String, groups: [String]) throws -> Value {
    let issued = try authority.issueClient(user: user, groups: groups)
    return KubeconfigDocument(
      cluster: configuration.name, server: url, authority: try authority.pem, user: user
    ).value(certificate: issued.certificate, key: issued.key)
  }

  /// A kubeconfig of the administrator (`system:masters`).
  func adminKubeconfig() throws -> Value {
    try kubeconfig(user: "kubernetes-admin", groups: ["system:masters"])
  }

  /// Adds a check or change that every write of a kind goes through before it is stored.
  func register(_ plugin: any AdmissionPlugin) { cluster.register(plugin) }

  private static func plugins(_ cluster: ClusterState) -> [any AdmissionPlugin] {
    [
      NamespaceLifecycle(cluster: cluster), RoleEscalation(cluster: cluster),
      SigningApproval(cluster: cluster),
    ]
  }

  private func servingTLS() throws -> TLSConfiguration {
    let issued = try authority.issueServing(
      names: [
        "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc",
        "kubernetes.default.svc.cluster.local",
      ], addresses: ["127.0.0.1", "::1", configuration.host])
    let chain = try NIOSSLCertificate.fromPEMBytes(Array(issued.certificate.utf8))
    let key = try NIOSSLPrivateKey(bytes: Array(issued.key.utf8), format: .pem)
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    tls.certificateVerification = .optionalVerification
    return tls
  }
}
