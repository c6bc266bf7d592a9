import Documents

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
  }

  /// The settings the server was made from.
  let configuration: Configuration

  /// The cluster's own certificate authority: signs serving and client certificates.
  let authority: CertificateAuthority

  /// Makes a server with its built-in objects; it does not listen yet.
  init(_ configuration: Configuration) throws {
    self.configuration = configuration
    self.authority = try CertificateAuthority(commonName: "\(configuration.name)-ca")
  }

  /// Starts to listen and returns when the port is known.
  func start() async throws {}

  /// Closes the listener and every connection, and returns when both are done.
  func stop() async {}

  /// `https://127.0.0.1:PORT`; the port is 0 before `start()` has returned.
  var url: String { "https://\(configuration.host):0" }

  /// A client in this process with all rights (`system:masters`), named so in managedFields.
  func localClient(userAgent: String) -> any ResourceClient { UnavailableClient() }

  /// A kubeconfig with a fresh client certificate of that user and groups.
  func kubeconfig(user: String, groups: [String]) throws -> Value { .null }

  /// A kubeconfig of the administrator (`system:masters`).
  func adminKubeconfig() throws -> Value {
    try kubeconfig(user: "kubernetes-admin", groups: ["system:masters"])
  }

  /// Adds a check or change that every write of a kind goes through before it is stored.
  func register(_ plugin: any AdmissionPlugin) {}
}

private struct UnavailableClient: ResourceClient {
  private var failure: APIFailure { APIFailure(status: ["reason": "ServiceUnavailable"], code: 503) }
  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value { throw failure }
  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    throw failure
  }
  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    throw failure
  }
  func update(_ k: Kind, _ object: Value, _ namespace: String?, subresource: String?)
    async throws -> Value
  { throw failure }
  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value { throw failure }
  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws { throw failure }
  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    AsyncStream { $0.finish() }
  }
}
