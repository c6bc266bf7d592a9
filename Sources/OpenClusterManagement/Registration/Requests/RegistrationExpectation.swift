public import FoundationEssentials
import KubernetesClient

/// What a certificate request must be like so that it may be approved for a cluster.
public struct RegistrationExpectation: Sendable, Hashable {
  /// Who may ask for a cluster's certificate.
  public enum Requester: Sendable, Hashable {
    /// The cluster's own join credential, its ServiceAccount.
    case joinCredential
    /// A bootstrap token that is the cluster's own, by its id.
    case bootstrapToken(id: String)
    /// The ServiceAccount that all clusters share (clusteradm's default). Whoever has its token can
    /// ask in any cluster's name.
    case sharedServiceAccount
    /// Any bootstrap token of the group that OCM sets up for joining clusters, with which, too, one
    /// can ask in any cluster's name.
    case sharedBootstrapToken
    /// The cluster's agent with its present certificate: a renewal.
    case agent
    /// A user by name, for hubs with their own arrangement.
    case user(String)
  }

  /// The cluster.
  public var clusterName: String
  /// Who may ask; one has to match.
  public var requesters: [Requester]
  /// Ids (`jti`) of the tokens that were minted for the cluster; empty when they are not known. A
  /// request made with another token is refused.
  public var tokenIdentifiers: Set<String>
  /// When the credential was minted: older requests are refused. nil when it is not known.
  public var credentialMinted: Date?
  /// How far the clocks of the hub's API servers may be apart, seconds.
  public var clockTolerance: TimeInterval

  /// An expectation for a cluster.
  public init(
    clusterName: String, requesters: [Requester], tokenIdentifiers: Set<String> = [],
    credentialMinted: Date? = nil, clockTolerance: TimeInterval = 5
  ) {
    self.clusterName = clusterName
    self.requesters = requesters
    self.tokenIdentifiers = tokenIdentifiers
    self.credentialMinted = credentialMinted
    self.clockTolerance = clockTolerance
  }

  /// What to expect of the agent that was just given a token of the cluster's own join credential.
  ///
  /// - Parameter token: The minted token; its id and time are read out of it.
  public static func afterMinting(token: String, clusterName: String) -> RegistrationExpectation {
    let claims = BearerTokenClaims(token: token)
    return RegistrationExpectation(
      clusterName: clusterName, requesters: [.joinCredential],
      tokenIdentifiers: claims?.identifier.map { [$0] } ?? [],
      credentialMinted: claims?.issuedAt)
  }

  /// What to expect when the credential was given out elsewhere: by a Manual import or by OCM's own
  /// tools.
  public static func anyBootstrap(clusterName: String) -> RegistrationExpectation {
    RegistrationExpectation(
      clusterName: clusterName,
      requesters: [.joinCredential, .sharedServiceAccount, .sharedBootstrapToken])
  }
}

extension RegistrationExpectation.Requester {
  /// Whether the hub authenticated a request as coming from here. User name and groups are set by
  /// the API server and cannot be chosen by the client.
  func matches(_ request: CertificateSigningRequest, of cluster: String, commonName: String?)
    -> Bool
  {
    let groups = request.groups
    switch self {
    case .joinCredential:
      return request.username.isIdentical(to: JoinCredential(clusterName: cluster).username)
    case .bootstrapToken(let id):
      return request.username.isIdentical(to: Names.User.bootstrapToken(id: id))
        && groups.contains { $0.isIdentical(to: BootstrapToken.group(of: cluster)) }
    case .sharedServiceAccount:
      return request.username.isIdentical(
        to: Names.User.serviceAccount(
          Names.ServiceAccount.bootstrap, namespace: Names.Namespace.openClusterManagement))
    case .sharedBootstrapToken:
      return request.username.hasPrefix(Names.User.bootstrapToken(id: ""))
        && groups.contains { $0.isIdentical(to: Names.Group.bootstrappers) }
    case .agent:
      return commonName.map(request.username.isIdentical(to:)) ?? false
        && groups.contains { $0.isIdentical(to: Names.Group.agents(of: cluster)) }
    case .user(let name):
      return request.username.isIdentical(to: name)
    }
  }

  /// The requester as messages name it.
  func described(for cluster: String) -> String {
    switch self {
    case .joinCredential: JoinCredential(clusterName: cluster).username
    case .bootstrapToken(let id): Names.User.bootstrapToken(id: id)
    case .sharedServiceAccount:
      Names.User.serviceAccount(
        Names.ServiceAccount.bootstrap, namespace: Names.Namespace.openClusterManagement)
    case .sharedBootstrapToken: "a bootstrap token of \(Names.Group.bootstrappers)"
    case .agent: "the agent itself"
    case .user(let name): name
    }
  }
}

extension String {
  /// Whether both are the same bytes. `==` holds characters equal that merely look alike to Unicode
  /// (the Kelvin sign and K), which must not do where names decide over rights.
  func isIdentical(to other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
