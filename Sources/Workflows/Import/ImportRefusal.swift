import KubernetesClient
import OpenClusterManagement

/// Why an import does not begin. Nothing has been written when one of these is thrown.
enum ImportRefusal: WorkflowFailure {
  /// The name belongs to another cluster.
  case identityConflict(name: String, record: RecordIdentity, cluster: ClusterLocation, uid: String)
  /// The cluster is on the hub already, under another name.
  case importedUnderOtherName(other: String, wanted: String, cluster: ClusterLocation)
  /// The same run imports the cluster under another name.
  case namedTwice(other: String, wanted: String, cluster: ClusterLocation)
  /// The cluster's agent belongs to another hub.
  case joinedOtherHub(server: String, evidence: String, cluster: ClusterLocation)
  /// The agent could not reach the hub at this URL, for what its host is.
  case loopbackURL(url: String, limit: String)
  /// The hub's certificates do not verify the URL that the agent is to use.
  case hubURLUnverified(url: String, reason: String)
  /// Nothing verifies the hub: its kubeconfig skips verification and no certificates were given.
  case hubCAMissing(url: String)
  /// The record is on its way out.
  case beingDeleted(name: String, finalizers: [String])
  /// The agent's Klusterlet has another name than the one mcctl manages.
  case foreignKlusterlet(name: String, cluster: ClusterLocation)
  /// There is nothing that could join again.
  case nothingToRejoin(name: String, missing: String)
  /// An agent runs for the name already, on the other side of hosted and not hosted.
  case agentElsewhere(
    name: String, klusterlet: String, mode: AgentMode, wanted: AgentMode, cluster: ClusterLocation)

  /// What a record says about the cluster it stands for.
  struct RecordIdentity: Sendable, Hashable {
    let uid: String?
    let url: String?
    let version: String?

    var spoken: String {
      let uid = uid.map { "cluster \($0)" } ?? "a cluster whose identity is not recorded"
      let place = [url, version].compactMap(\.self).joined(separator: ", ")
      return place.isEmpty ? uid : "\(uid) (\(place))"
    }
  }

  var category: ExitCategory { .refused }

  var id: ErrorID {
    switch self {
    case .identityConflict: .identityConflict
    case .importedUnderOtherName, .namedTwice: .importedUnderOtherName
    case .joinedOtherHub: .joinedOtherHub
    case .loopbackURL: .loopbackURL
    case .hubURLUnverified: .hubURLUnverified
    case .hubCAMissing: .hubCAMissing
    case .beingDeleted: .beingDeleted
    case .foreignKlusterlet: .foreignKlusterlet
    case .nothingToRejoin: .nothingToRejoin
    case .agentElsewhere: .agentElsewhere
    }
  }
}

extension ImportRefusal {
  var what: String {
    switch self {
    case .identityConflict(let name, _, _, _):
      "the hub has another cluster under the name \(name)"
    case .importedUnderOtherName(let other, let wanted, _):
      "cannot import the cluster as \(wanted): it is on the hub as \(other)"
    case .namedTwice(let other, let wanted, _):
      "cannot import the cluster as \(wanted): this run imports it as \(other)"
    case .joinedOtherHub: "the cluster is joined to another hub"
    case .loopbackURL(let url, _): "the agent could not reach the hub at \(url)"
    case .hubURLUnverified(let url, _): "the agent could not verify the hub at \(url)"
    case .hubCAMissing(let url): "nothing tells the agent which certificates to trust at \(url)"
    case .beingDeleted(let name, _): "\(name) is being taken out of the hub"
    case .agentElsewhere(let name, _, let mode, _, _):
      "the agent of \(name) runs on \(mode.isHosted ? "the hub, hosted" : "the cluster itself")"
    case .foreignKlusterlet(let name, _): "another tool installed the agent, as Klusterlet \(name)"
    case .nothingToRejoin(let name, _): "\(name) cannot join again"
    }
  }

  var location: ClusterLocation? {
    switch self {
    case .identityConflict(_, _, let cluster, _), .importedUnderOtherName(_, _, let cluster),
      .namedTwice(_, _, let cluster), .joinedOtherHub(_, _, let cluster),
      .foreignKlusterlet(_, let cluster),
      .agentElsewhere(_, _, _, _, let cluster):
      cluster
    default: nil
    }
  }

  var why: String? {
    switch self {
    case .identityConflict(_, let record, let cluster, let uid):
      "the hub's record is of \(record.spoken)\nthe one to import is cluster \(uid) (\(cluster.connection.server))"
    case .importedUnderOtherName: nil
    case .namedTwice: "both lead to the same cluster"
    case .joinedOtherHub(let server, let evidence, _):
      "its agent belongs to the hub at \(server) (\(evidence))"
    case .loopbackURL(_, let limit): "its host is \(limit)"
    case .hubURLUnverified(_, let reason): reason
    case .hubCAMissing: "the hub's kubeconfig skips verification and names no certificates"
    case .beingDeleted(_, let finalizers):
      finalizers.isEmpty ? nil : "held by \(finalizers.joined(separator: ", "))"
    case .agentElsewhere(let name, let klusterlet, let mode, let wanted, _):
      "Klusterlet \(klusterlet) has mode \(mode.rawValue); with another one of mode \(wanted.rawValue) two agents"
        + " would register \(name) and apply the same works"
    case .foreignKlusterlet:
      "mcctl manages a Klusterlet named \(AgentNames(clusterName: "", mode: .singleton).klusterlet)"
    case .nothingToRejoin(_, let missing): missing
    }
  }

  var next: [String] {
    switch self {
    case .identityConflict(let name, _, _, _):
      ["choose another name, or take the other cluster out first: mcctl delete \(name)"]
    case .importedUnderOtherName(let other, _, _):
      ["mcctl status \(other)", "to rename it: mcctl delete \(other), then import it again"]
    case .namedTwice(let other, let wanted, _):
      [
        "give \(wanted) the kubeconfig or context of its own cluster, or leave \(other) or \(wanted) out"
      ]
    case .joinedOtherHub:
      ["take it out of that hub first, or run it again with --move to take it over"]
    case .loopbackURL:
      [
        "name the address that the cluster reaches the hub at with --hub-url",
        "if the agent does reach it (both on this machine): --allow-loopback",
      ]
    case .hubURLUnverified:
      ["name the certificates with --hub-ca-file, or another address with --hub-url"]
    case .hubCAMissing: ["name the certificates with --hub-ca-file"]
    case .beingDeleted(let name, _): ["finish that first: mcctl delete \(name)"]
    case .agentElsewhere(let name, _, let mode, let wanted, _):
      [
        "to keep the agent where it is: --agent-mode \(mode.rawValue)",
        "to move it: mcctl delete \(name), then import it again with --agent-mode \(wanted.rawValue)",
      ]
    case .foreignKlusterlet: ["remove that agent first"]
    case .nothingToRejoin: ["leave --rejoin out: a plain import installs what is missing"]
    }
  }
}
