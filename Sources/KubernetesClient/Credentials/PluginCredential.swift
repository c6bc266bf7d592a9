import FoundationEssentials

/// What a credential plugin handed out.
struct PluginCredential: Sendable {
  /// A bearer token; nil when the plugin gave only a certificate.
  var token: Secret?
  /// A client certificate with its key; nil when the plugin gave only a token.
  var clientIdentity: ClientIdentity?
  /// When the credential ends; nil when it is good until it is refused.
  var expiry: Date?
}

/// A client certificate and the key that belongs to it, both PEM.
struct ClientIdentity: Sendable, Hashable {
  var certificate: [UInt8]
  var key: [UInt8]
}

extension TLSSettings {
  /// These settings with another client certificate; nil keeps the one there is.
  func presenting(_ identity: ClientIdentity?) -> TLSSettings {
    guard let identity else { return self }
    var settings = self
    settings.clientCertificate = identity.certificate
    settings.clientKey = identity.key
    return settings
  }
}
