import Documents
import FoundationEssentials

/// The documents that are exchanged with a plugin: `ExecCredential` of `client.authentication.k8s.io`.
struct PluginAnswer: Sendable {
  private let plugin: CredentialPlugin

  init(_ plugin: CredentialPlugin) {
    self.plugin = plugin
  }

  /// What the plugin is asked, as JSON.
  func question(interactive: Bool) -> String {
    var document: Value = ["kind": "ExecCredential"]
    document["apiVersion"] = .string(plugin.version.rawValue)
    if let cluster = plugin.clusterInfo { document.set(cluster, at: "spec", "cluster") }
    document.set(.bool(interactive), at: "spec", "interactive")
    return JSON.text(document)
  }

  /// What the plugin answered. Plugins may write YAML too, as client-go reads both.
  func credential(_ output: String) throws(CredentialError) -> PluginCredential {
    let status = try status(output)
    let token = text("token", in: status)
    let certificate = text("clientCertificateData", in: status)
    let key = text("clientKeyData", in: status)
    guard (certificate == nil) == (key == nil) else {
      throw unusable("it gave a client certificate or a key, and not both")
    }
    guard token != nil || certificate != nil else {
      throw unusable("it gave neither a token nor a client certificate")
    }
    var credential = PluginCredential(token: token.map(Secret.init), expiry: try expiry(status))
    if let certificate, let key {
      let identity = ClientIdentity(certificate: Array(certificate.utf8), key: Array(key.utf8))
      // A connection with an expired certificate fails before there could be a 401 to renew after.
      let end = try checked(identity).notAfter
      credential.clientIdentity = identity
      credential.expiry = min(credential.expiry ?? end, end)
    }
    return credential
  }

  private func status(_ output: String) throws(CredentialError) -> Value {
    guard !output.trimmingWhitespace().isEmpty else { throw unusable("it wrote nothing") }
    let document: Value
    do {
      document = try YAML.decode(output)
    } catch {
      // The text is left out: it may well hold the token.
      throw unusable("what it wrote is neither JSON nor YAML")
    }
    guard document["kind"]?.string == "ExecCredential" else {
      throw unusable("what it wrote is no ExecCredential")
    }
    let version = document["apiVersion"]?.string ?? ""
    guard version == plugin.version.rawValue else {
      throw unusable(
        "it speaks version \(version), while the kubeconfig says \(plugin.version.rawValue)")
    }
    guard let status = document["status"], status.object != nil else {
      throw unusable("its ExecCredential has no status")
    }
    return status
  }

  private func text(_ key: String, in status: Value) -> String? {
    status[key]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func checked(_ identity: ClientIdentity) throws(CredentialError) -> ClientCertificate {
    do {
      let certificate = try ClientCertificate(pem: identity.certificate)
      guard try certificate.belongs(toKey: identity.key) else {
        throw unusable("its client certificate and key do not belong together")
      }
      return certificate
    } catch let error as ClientCertificate.Failure {
      throw unusable("its client certificate or key \(error.description)")
    } catch {
      throw error as? CredentialError ?? unusable("its client certificate cannot be read")
    }
  }

  private func expiry(_ status: Value) throws(CredentialError) -> Date? {
    guard let text = text("expirationTimestamp", in: status) else { return nil }
    guard let date = Timestamp.parse(text) else {
      throw unusable("its expirationTimestamp \"\(text)\" is no RFC 3339 time")
    }
    return date
  }

  private func unusable(_ reason: String) -> CredentialError {
    .pluginAnswer(command: plugin.command, reason: reason)
  }
}
