import Documents
import FoundationEssentials

/// Authenticates requests and renews what has run out.
actor Authenticator {
  private let credential: Credential
  private let impersonation: Impersonation?
  private let tls: TLSSettings
  private let makeTransport: TransportFactory
  private let obtainFromPlugin: @Sendable (CredentialPlugin) async throws -> PluginCredential
  private let now: @Sendable () -> Date

  private var current: Authentication?
  /// The client certificate of the plugin that the current transport shows.
  private var presented: ClientIdentity?
  private var expiry: Date?
  private var renewal: Task<Authentication, any Error>?

  /// Authenticates with `credential` over what `makeTransport` makes.
  init(
    credential: Credential, impersonation: Impersonation?, tls: TLSSettings,
    makeTransport: @escaping TransportFactory,
    obtainFromPlugin: @escaping @Sendable (CredentialPlugin) async throws -> PluginCredential,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.credential = credential
    self.impersonation = impersonation
    self.tls = tls
    self.makeTransport = makeTransport
    self.obtainFromPlugin = obtainFromPlugin
    self.now = now
  }

  /// What to send a request with.
  ///
  /// - Throws: ``CredentialError``, `CancellationError`.
  func authentication() async throws -> Authentication {
    if let current, !isExpired { return current }
    return try await renew()
  }

  /// What to send a request with after the server refused (401) what generation `refused` had; nil
  /// when there is nothing newer to be had.
  func authentication(afterRefusalOf refused: Int) async throws -> Authentication? {
    switch credential {
    case .none, .token, .basic: return nil
    case .tokenFile, .plugin: break
    }
    if let current, current.generation > refused { return current }
    let before = current?.headers
    let renewed = try await renew()
    if case .tokenFile = credential, renewed.headers == before { return nil }
    return renewed
  }

  /// When the token in use ended, if it says so and has.
  var passedTokenExpiry: Date? {
    guard let end = current?.headers.bearerToken.flatMap(BearerTokenClaims.init(token:))?.expires,
      end <= now()
    else { return nil }
    return end
  }

  private var isExpired: Bool {
    guard let expiry else { return false }
    return now() >= expiry
  }

  /// Renews once, however many wait for it. Who is cancelled takes the renewal down with it (a
  /// plugin may be waiting for an operator who has left); others then begin anew.
  private func renew() async throws -> Authentication {
    while true {
      let task = renewal ?? Task { try await self.obtain() }
      renewal = task
      do {
        return try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
      } catch is CancellationError {
        try Task.checkCancellation()
      }
    }
  }

  private func obtain() async throws -> Authentication {
    defer { renewal = nil }
    var headers = HTTPHeaders(impersonation?.headers ?? [])
    var identity: ClientIdentity?
    switch credential {
    case .none:
      break
    case .token(let token):
      headers.authorize(bearer: token)
    case .tokenFile(let path, let fallback):
      headers.authorize(bearer: try token(in: path, fallback: fallback))
      expiry = now().addingTimeInterval(Self.tokenFileLifetime)
    case .basic(let username, let password):
      headers.authorize(username: username, password: password)
    case .plugin(let plugin):
      let obtained = try await obtainFromPlugin(plugin)
      if let token = obtained.token { headers.authorize(bearer: token) }
      identity = obtained.clientIdentity
      expiry = obtained.expiry
    }
    let authentication = Authentication(
      generation: (current?.generation ?? 0) + 1, transport: transport(presenting: identity),
      headers: headers)
    current = authentication
    return authentication
  }

  /// Connections are kept unless the client certificate changes.
  private func transport(presenting identity: ClientIdentity?) -> any HTTPTransport {
    if let current, identity == presented { return current.transport }
    presented = identity
    return makeTransport(tls.presenting(identity))
  }

  /// Seconds after which a token file is read again (client-go `transport/token_source.go`: a minute
  /// less ten seconds).
  private static let tokenFileLifetime = 50.0

  private func token(in path: String, fallback: Secret?) throws(CredentialError) -> Secret {
    do {
      let text = String(decoding: try FileContents.read(path), as: UTF8.self)
      let token = text.trimmingWhitespace()
      guard !token.isEmpty else { throw CredentialError.emptyTokenFile(path: path) }
      return Secret(token)
    } catch let error as CredentialError {
      guard let fallback else { throw error }
      return fallback
    } catch {
      guard let fallback else {
        throw .unreadableTokenFile(path: path, reason: "\(error)")
      }
      return fallback
    }
  }
}
