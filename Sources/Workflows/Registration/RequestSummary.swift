import FoundationEssentials
import OpenClusterManagement

/// A certificate request in one line, so that two of them can be compared: who made it, with which
/// credential, for which agent and key, and when. Holds nothing secret.
struct RequestSummary: Sendable {
  let request: CertificateSigningRequest
  /// The agent's id, when the request has a proper common name.
  let agent: String?

  /// For example `edge-7-x2k9d (approved) by system:serviceaccount:… with token 26bf7b3d…, agent 1f…,
  /// key sha256:0a1b2c3d4e5f6071, of 2026-11-22T20:02:53Z`.
  var text: String {
    let state = request.isApproved ? "approved" : request.isPending ? "pending" : "not issued"
    var parts = ["\(request.name) (\(state)) by \"\(request.username)\"\(credential)"]
    if let agent { parts.append("agent \(agent)") }
    if let key = request.requestedKey { parts.append("key \(key)") }
    if let created = request.creationTimestamp {
      parts.append("of \(Timestamp.text(created))")
    }
    return parts.joined(separator: ", ")
  }

  private var credential: String {
    request.tokenIdentifier.map { " with token \($0)" } ?? ""
  }
}

/// Who asks to be a cluster's agent, as the hub saw it: requests of one claimant replace each other,
/// those of two claim the same name.
struct Claimant: Sendable, Hashable {
  /// The agent's id, out of the common name.
  let agent: String
  /// The user that the hub authenticated.
  let username: String
  /// The id of the ServiceAccount token, where the hub tells it.
  let token: String?

  init(_ request: CertificateSigningRequest, agent: String?) {
    self.agent = agent ?? ""
    username = request.username
    token = request.tokenIdentifier
  }
}
