import Documents

/// A cluster as one kubeconfig file describes it; paths are already resolved against that file.
struct ClusterEntry: Sendable {
  var server: String?
  var tlsServerName: String?
  var skipsVerification: Bool
  var certificateAuthorityPath: String?
  var certificateAuthorityData: [UInt8]?
  var proxyURL: String?
  var disablesCompression: Bool
  /// What `extensions` holds for credential plugins (`client.authentication.k8s.io/exec`).
  var pluginConfiguration: Value?
  /// Where the entry stands, for errors that show up later.
  let fields: LocatedFields
}

/// A user as one kubeconfig file describes it; paths are already resolved against that file.
struct UserEntry: Sendable {
  var clientCertificatePath: String?
  var clientCertificateData: [UInt8]?
  var clientKeyPath: String?
  var clientKeyData: [UInt8]?
  var token: Secret?
  var tokenFile: String?
  var username: String?
  var password: Secret?
  var impersonation: Impersonation?
  var plugin: CredentialPlugin?
  var providesClusterInfo: Bool
  /// Where the entry stands, for errors that show up later.
  let fields: LocatedFields

  /// Whether there is a client certificate.
  var hasClientCertificate: Bool { clientCertificatePath != nil || clientCertificateData != nil }
}

/// A context as one kubeconfig file describes it.
struct ContextEntry: Sendable {
  var cluster: String?
  var user: String?
  var namespace: String?
  /// Where the entry stands, for errors that show up later.
  let fields: LocatedFields
}
