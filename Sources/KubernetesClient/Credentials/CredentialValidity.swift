public import FoundationEssentials

/// What the credential of a connection is, and until when it can be used, as far as it says itself.
public struct CredentialValidity: Sendable, Hashable {
  /// For people, such as `client certificate of admin`.
  public let name: String
  /// When it ends; nil when it does not tell.
  public let expires: Date?

  /// Describes a credential.
  public init(name: String, expires: Date?) {
    self.name = name
    self.expires = expires
  }
}

extension ConnectionConfig {
  /// What the caller shows the server, nothing secret of it. A token in a file and what a plugin hands
  /// out are renewed by others, so nothing is said of their end.
  public var credentialValidity: CredentialValidity? {
    if let clientCertificate {
      let name = clientCertificate.commonName.map { " of \($0)" } ?? ""
      return CredentialValidity(
        name: "the client certificate\(name)", expires: clientCertificate.notAfter)
    }
    switch credential {
    case .none: return nil
    case .token(let token):
      let claims = BearerTokenClaims(token: token.revealed)
      let name = claims?.subject.map { " of \($0)" } ?? ""
      return CredentialValidity(name: "the token\(name)", expires: claims?.expires)
    case .tokenFile: return CredentialValidity(name: "a token from a file", expires: nil)
    case .basic(let username, _):
      return CredentialValidity(name: "the password of \(username)", expires: nil)
    case .plugin: return CredentialValidity(name: "what a plugin hands out", expires: nil)
    }
  }
}
