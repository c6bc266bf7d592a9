import Documents
import FoundationEssentials
import OpenClusterManagement

/// Decides whether the agent needs a new credential to join with, and whether what it holds from an
/// earlier registration has to go first.
struct CredentialDecision: Sendable {
  /// A credential with less left than this is not given to an agent, seconds.
  private static let leastRemaining: TimeInterval = 300

  /// True when the agent works with a certificate of its own, for this record, at the wanted address.
  let isSettled: Bool
  /// True when a new credential is to be minted and written to the cluster.
  let needsCredential: Bool
  /// True when the agent's own kubeconfig stems from an earlier registration. An agent that has one
  /// does not ask again while it looks valid (OCM, registration/spoke bootstrap), so it is removed
  /// before the new credential is written.
  let hasStaleKubeconfig: Bool
  /// True when the agent will ask for a certificate: it has none that it could go on with. What the
  /// record says of it tells of an earlier certificate then.
  let asksAnew: Bool

  /// Looks at what was found.
  ///
  /// - Parameter rejoins: the agent is to join again, whatever it holds.
  init(
    situation: ImportSituation, hub: ClusterEndpoint, hubOfAgent: HubOfAgent, now: Date,
    rejoins: Bool = false
  ) {
    let record = situation.record
    let agent = situation.agent
    let isJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
    let isAvailable = record?.condition(Names.ConditionType.available)?.isTrue ?? false
    let isThisHub = hubOfAgent == .this
    let isOfThisRecord = agent.bootstrapRecord != nil && agent.bootstrapRecord == record?.uid
    let hasCertificate = agent.joined.map { Self.isUsable($0, at: hub, now) } ?? false
    isSettled =
      !rejoins && isThisHub && isJoined && isAvailable && agent.clusterName == record?.name
      && hasCertificate
    hasStaleKubeconfig =
      agent.joined != nil && (rejoins || !(isThisHub && (isJoined || isOfThisRecord)))
    asksAnew = hasStaleKubeconfig || !hasCertificate
    let isReusable = isThisHub && isOfThisRecord && Self.isReusable(situation, hub, now)
    needsCredential = rejoins || !isSettled && !isReusable
  }

  /// The agent goes on with what it has as long as address and certificate hold (OCM,
  /// registration/spoke bootstrap).
  static func isUsable(_ joined: KnownHub, at hub: ClusterEndpoint, _ now: Date) -> Bool {
    joined.server.normalizedURL == hub.url.normalizedURL
      && joined.certificateExpires.map { $0 > now } ?? true
  }

  /// The token in the bootstrap Secret is the one that was minted last, its account still exists, and
  /// it lives long enough.
  private static func isReusable(
    _ situation: ImportSituation, _ hub: ClusterEndpoint, _ now: Date
  ) -> Bool {
    guard let bootstrap = situation.agent.bootstrap,
      bootstrap.server.normalizedURL == hub.url.normalizedURL, bootstrap.isSame(as: [hub]),
      let notes = situation.joinAccount?.at("metadata", "annotations"),
      let minted = notes[Names.Annotation.tokenIdentifier]?.string,
      bootstrap.tokenIdentifier == minted,
      let expires = Timestamp.date(notes[Names.Annotation.expires])
    else { return false }
    return expires.timeIntervalSince(now) > leastRemaining
  }
}
