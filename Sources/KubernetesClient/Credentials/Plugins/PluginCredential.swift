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
