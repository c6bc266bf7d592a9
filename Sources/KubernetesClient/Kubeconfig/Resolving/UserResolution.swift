import Documents
import FoundationEssentials

/// How a user proves who they are, and whom they act as.
struct UserResolution: Sendable {
  /// The client certificate and key, if the user has them.
  let clientIdentity: ClientIdentity?
  /// What the client certificate says.
  let clientCertificate: ClientCertificate?
  /// What is sent beside the client certificate.
  let credential: Credential
  /// Whom to act as.
  let impersonation: Impersonation?

  /// Checks a user entry the way client-go's `validateAuthInfo` does.
  init(_ user: UserEntry, server: ServerResolution, now: Date) throws(KubeconfigError) {
    impersonation = user.impersonation
    guard server.isEncrypted else {
      clientIdentity = nil
      clientCertificate = nil
      credential = .none
      return
    }
    clientIdentity = try Self.clientIdentity(user)
    clientCertificate = try clientIdentity.map { identity throws(KubeconfigError) in
      try Self.checked(identity, user.fields, now: now)
    }
    credential = try Self.credential(user, server: server)
  }

  /// A plugin is only asked when there is nothing else to prove who one is (client-go
  /// `exec.UpdateTransportConfig`).
  private static func credential(
    _ user: UserEntry, server: ServerResolution
  ) throws(KubeconfigError) -> Credential {
    let hasPassword = user.username != nil || user.password != nil
    if user.token != nil, hasPassword {
      throw .invalid(user.fields.error("token and username exclude each other", at: "token"))
    }
    if let path = user.tokenFile { return .tokenFile(path: path, fallback: user.token) }
    if let token = user.token { return .token(token) }
    if hasPassword {
      return .basic(username: user.username ?? "", password: user.password ?? Secret(""))
    }
    guard var plugin = user.plugin, !user.hasClientCertificate else { return .none }
    if user.providesClusterInfo { plugin.clusterInfo = server.pluginDescription }
    return .plugin(plugin)
  }

  private static func clientIdentity(_ user: UserEntry) throws(KubeconfigError) -> ClientIdentity? {
    guard user.hasClientCertificate else {
      guard user.clientKeyPath == nil, user.clientKeyData == nil else {
        throw .invalid(user.fields.error("there is a client key without a client certificate"))
      }
      return nil
    }
    let certificate = try oneOf(
      user.clientCertificateData, user.clientCertificatePath, "client-certificate", user.fields)
    let key = try oneOf(user.clientKeyData, user.clientKeyPath, "client-key", user.fields)
    guard let certificate, let key else {
      throw .invalid(user.fields.error("there is a client certificate without a client key"))
    }
    return ClientIdentity(certificate: certificate, key: key)
  }

  private static func oneOf(
    _ data: [UInt8]?, _ path: String?, _ field: String, _ fields: LocatedFields
  ) throws(KubeconfigError) -> [UInt8]? {
    guard let path else { return data }
    guard data == nil else {
      throw .invalid(fields.error("\(field) and \(field)-data exclude each other", at: field))
    }
    return try FileContents.referenced(path, by: field, in: fields)
  }

  private static func checked(
    _ identity: ClientIdentity, _ fields: LocatedFields, now: Date
  ) throws(KubeconfigError) -> ClientCertificate {
    let certificateKey =
      fields.value("client-certificate") == nil ? "client-certificate-data" : "client-certificate"
    let keyKey = fields.value("client-key") == nil ? "client-key-data" : "client-key"
    let certificate: ClientCertificate
    do {
      certificate = try ClientCertificate(pem: identity.certificate)
    } catch {
      throw .invalid(fields.error("\(certificateKey) \(error.description)", at: certificateKey))
    }
    do {
      guard try certificate.belongs(toKey: identity.key) else {
        throw KubeconfigError.mismatchedClientKey(
          subject: certificate.subject,
          at: fields.error("\(keyKey) does not belong to the client certificate", at: keyKey))
      }
    } catch let error as ClientCertificate.Failure {
      throw .invalid(fields.error("\(keyKey) \(error.description)", at: keyKey))
    } catch {
      throw error as? KubeconfigError
        ?? .invalid(fields.error("\(keyKey) cannot be used", at: keyKey))
    }
    guard now < certificate.notAfter else {
      let date = certificate.notAfter.formatted(.iso8601)
      throw .expiredClientCertificate(
        subject: certificate.subject, expiredAt: date,
        at: fields.error(
          "the client certificate of \(certificate.subject) expired at \(date)",
          at: certificateKey))
    }
    return certificate
  }
}
