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
  /// The identity that mcctl notes on the Klusterlet decides. Without it, URL and certificates have
  /// to agree: the same address with other certificates is another hub (or one that was built anew),
  /// as with every cluster that was reached at `127.0.0.1`. A record on this hub that carries the
  /// cluster's identity outweighs both: then only address or certificates have changed.
  init(
    agent: AgentSituation, hubUID: String, hubEndpoints: [ClusterEndpoint],
    isRecorded: Bool
  ) {
    guard let kubeconfig = agent.hubKubeconfig ?? agent.bootstrap else {
      self = .none
      return
    }
    let noted = agent.klusterlet?.annotations[Names.Annotation.hubIdentity]
    if let noted {
      self =
        noted == hubUID
        ? .this : .other(server: kubeconfig.server, evidence: "identity \(noted)")
    } else if isRecorded || hubEndpoints.contains(where: { $0.agrees(with: kubeconfig) }) {
      self = .this
    } else {
      let sameURL = hubEndpoints.contains { $0.url.normalizedURL == kubeconfig.server.normalizedURL }
      self = .other(
        server: kubeconfig.server,
        evidence: sameURL ? "the same address with other certificates" : "another address")
    }
  }
}

extension ClusterEndpoint {
  /// True when the agent was told this address, and certificates that do not contradict.
  fileprivate func agrees(with kubeconfig: AgentKubeconfig) -> Bool {
    guard url.normalizedURL == kubeconfig.server.normalizedURL else { return false }
    guard let mine = caBundle, let theirs = kubeconfig.caBundle else { return true }
    return !PEMBlocks(mine).isDisjoint(with: PEMBlocks(theirs))
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

/// The certificates of a PEM bundle, comparable whatever the line breaks (RFC 7468).
struct PEMBlocks: Sendable, Hashable {
  private let bodies: Set<String>

  init(_ pem: [UInt8]) {
    var bodies: Set<String> = []
    var body: String?
    for line in String(decoding: pem, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN") {
        body = ""
      } else if line.hasPrefix("-----END") {
        if let body { bodies.insert(body) }
        body = nil
      } else {
        body?.append(contentsOf: line.filter { !$0.isWhitespace })
      }
    }
    self.bodies = bodies
  }

  /// True when the bundles have no certificate in common.
  func isDisjoint(with other: PEMBlocks) -> Bool { bodies.isDisjoint(with: other.bodies) }

  /// True when there is no certificate at all.
  var isEmpty: Bool { bodies.isEmpty }
}
