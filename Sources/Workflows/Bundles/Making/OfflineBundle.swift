public import FoundationEssentials
public import KubernetesClient
public import OpenClusterManagement

/// What a bundle is made from where no hub can be asked.
public struct OfflineBundleRequest: Sendable, Hashable {
  /// The name the cluster gets on the hub.
  public var name: String
  /// The hub's URL as the agent reaches it.
  public var hubServer: String
  /// Certificates (PEM) that verify it.
  public var hubCABundle: [UInt8]
  /// The only authority to be trusted among them; nil for all.
  public var hubCAPin: AuthorityPin?
  /// What the agent joins with.
  public var token: Secret
  /// Use the hub's URL even when it is a loopback address.
  public var allowsLoopback = false
  /// The managed cluster's URL to tell the hub; nil leaves the hub without.
  public var clusterURL: String?
  /// The agent.
  public var agent = AgentSettings()
  /// The version of mcctl that makes the bundle.
  public var toolVersion: String

  /// A bundle with everything else at its default.
  public init(
    name: String, hubServer: String, hubCABundle: [UInt8], token: Secret, toolVersion: String
  ) {
    self.name = name
    self.hubServer = hubServer
    self.hubCABundle = hubCABundle
    self.token = token
    self.toolVersion = toolVersion
  }
}

/// Makes a bundle from what it is given; nothing is asked.
public struct OfflineBundle: Sendable {
  private let request: OfflineBundleRequest
  private let now: @Sendable () -> Date

  /// Prepares a bundle; `now` tells whether the credential is still valid.
  public init(_ request: OfflineBundleRequest, now: @escaping @Sendable () -> Date = { Date() }) {
    self.request = request
    self.now = now
  }

  /// The bundle.
  public func bundle() throws(WorkflowError) -> JoinBundle {
    do {
      try ClusterName.validate(request.name)
      let hub = try ClusterEndpoint(
        url: request.hubServer, certificateAuthorities: try authorities(), source: .given)
      if let limit = hub.reachability.limit, !request.allowsLoopback {
        throw ImportRefusal.loopbackURL(url: hub.url, limit: limit)
      }
      let token = try JoinToken(request.token, now: now())
      return try JoinBundle(
        BundleSource(
          agent: request.agent.options(
            clusterName: request.name, bootstrap: request.agent.bootstrap(hub, token.secret),
            clusterURL: request.clusterURL, identities: Identities(hub: nil, cluster: nil)),
          expires: token.expires, toolVersion: request.toolVersion))
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func authorities() throws -> [UInt8] {
    let pins = AuthorityPin.pins(pem: request.hubCABundle)
    guard !pins.isEmpty else { throw ImportRefusal.hubCAMissing(url: request.hubServer) }
    return try PinnedAuthorities.selection(of: request.hubCABundle, by: request.hubCAPin)
  }
}

/// What an agent joins with, looked at as far as it tells about itself.
struct JoinToken: Sendable {
  let secret: Secret
  /// When it ends; nil when it does not tell, as a bootstrap token does not.
  let expires: Date?

  /// - Throws: when it is no token, or has ended.
  init(_ secret: Secret, now: Date) throws(BundleFailure) {
    let text = String(secret.revealed.filter { !$0.isWhitespace })
    guard !text.isEmpty else { throw .credentialUnusable(reason: "it is empty") }
    guard text.count == secret.revealed.trimmed.count else {
      throw .credentialUnusable(reason: "a token is one word, and it has several")
    }
    self.secret = Secret(text)
    expires = BearerTokenClaims(token: text)?.expires
    if let expires, expires <= now { throw .credentialEnded(expires: expires) }
  }
}

/// The certificates of the hub that an agent is to trust.
enum PinnedAuthorities {
  /// Those that have the pin; all without one.
  static func selection(
    of bundle: [UInt8], by pin: AuthorityPin?
  ) throws(BundleFailure) -> [UInt8] {
    guard let pin else { return bundle }
    let selected = AuthorityPin.selection(of: bundle, by: pin)
    guard !selected.isEmpty else {
      throw .pinMismatch(pin: pin.text, found: AuthorityPin.pins(pem: bundle).map(\.text))
    }
    return selected
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...end]
  }
}
