import OpenClusterManagement

/// Which hub an agent belongs to, seen from one hub.
enum HubOfAgent: Sendable, Hashable {
  /// To none: there is no agent, or it was never told a hub.
  case none
  /// To this one.
  case this
  /// To another; `server` is what the agent calls it.
  case other(server: String, evidence: String)

  /// Compares what the agent was told with what this hub is.
  ///
  /// The identity that mcctl notes on the Klusterlet decides. Without it, URL or certificates have to
  /// agree, and a record on this hub that carries the cluster's identity outweighs both: then only
  /// address or certificates have changed.
  init(
    agent: AgentSituation, hubUID: String, hubEndpoints: [ClusterEndpoint], isRecorded: Bool
  ) {
    guard let known = agent.joined ?? agent.bootstrap else {
      self = .none
      return
    }
    let noted = agent.klusterlet?.annotations[Names.Annotation.hubIdentity]
    if let noted {
      self =
        noted == hubUID
        ? .this : .other(server: known.server, evidence: "whose identity is \(noted)")
    } else if isRecorded || known.isSame(as: hubEndpoints) {
      self = .this
    } else {
      self = .other(server: known.server, evidence: "whose address and certificates are others")
    }
  }
}

extension String {
  /// The URL without a slash at the end and in lower case, for comparing servers.
  var normalizedURL: String {
    var text = lowercased()
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
