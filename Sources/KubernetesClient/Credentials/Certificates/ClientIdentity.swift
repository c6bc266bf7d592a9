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
