import Documents
import KubernetesClient
import OpenClusterManagement

/// Decides what becomes of what another hub handed out to a cluster that is taken over. The agent removes
/// it an hour after it belongs to the new hub (OCM work, `appliedManifestWorkEvictionGracePeriod`), unless
/// the new hub hands the same out in works of the same names. So that moving a cluster stops nothing that
/// runs on it, the agent is told never to, unless the operator gives a time.
struct EvictionDecision: Sendable {
  /// The period that the Klusterlet is given, as Go writes durations; nil leaves OCM's.
  let period: String?
  /// What the operator should know.
  let warnings: [String]

  /// From a hundred years on the agent removes nothing (OCM work, options).
  static let never = "876600h"

  init(request: ImportRequest, situation: ImportSituation, hubOfAgent: HubOfAgent) {
    let present = situation.agent.klusterlet?.value
      .at("spec", "workConfiguration", "appliedManifestWorkEvictionGracePeriod")?.string
    guard case .other(let server, _) = hubOfAgent,
      situation.formerName(request.name) == nil
    else {
      period = request.evictionSeconds.map { "\($0)s" } ?? present
      warnings = []
      return
    }
    period = request.evictionSeconds.map { "\($0)s" } ?? Self.never
    let works = situation.appliedWorks
    let names = works.map(\.manifestWorkName).sorted().joined(separator: ", ")
    let stays =
      request.evictionSeconds == nil
      ? "stays on the cluster; hand it out from this hub in works of the same names to go on managing it,"
        + " or delete its AppliedManifestWorks to remove it"
      : "is removed from the cluster after \(period ?? ""), unless this hub hands it out in works of the same"
        + " names before that"
    let handedOut =
      works.isEmpty ? [] : ["what the hub at \(server) handed out (\(names)) \(stays)"]
    warnings =
      [
        "the record of the cluster on the hub at \(server) stays; take it out there with"
          + " mcctl delete \(situation.agent.clusterName ?? request.name) --hub-only --force-finalizers"
      ] + handedOut
  }
}
