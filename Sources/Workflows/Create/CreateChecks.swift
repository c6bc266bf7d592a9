import KubernetesClient
import OpenClusterManagement
import RemoteHosts

/// What stands against creating a cluster here, looked at before anything is changed.
struct CreateChecks {
  let draft: CreateDraft

  private var name: String { draft.name }
  private var situation: CreateSituation { draft.situation }
  private var host: String { situation.session.host.label }
  private var specification: ClusterSpecification { draft.specification }

  /// Throws the first thing that stands against it.
  func run() throws {
    try checkName()
    try checkClaims()
    if !situation.isCreated { try draft.sealer.checkRelease(situation.machine) }
    try checkSame()
  }

  private func checkName() throws(CreateRefusal) {
    guard situation.record != nil, situation.origin == nil, situation.machine.claim == nil else {
      return
    }
    throw .nameTaken(name: name)
  }

  private func checkClaims() throws(CreateRefusal) {
    if let other = situation.machine.otherClaims.first {
      throw .hostTaken(host: host, by: "cluster \(other)")
    }
    if let claim = situation.machine.claim {
      guard claim.hub == situation.hub else {
        throw .hostTaken(host: host, by: "cluster \(claim.name) of another hub (\(claim.hub))")
      }
    } else if situation.machine.hasCluster {
      throw .clusterExists(host: host)
    }
  }

  /// What a cluster was made of is changed by scaling and upgrading it.
  private func checkSame() throws(CreateRefusal) {
    guard situation.isCreated, let origin = situation.origin else { return }
    let difference = DescriptionDifference(from: origin.present, to: specification.document)
    if difference.image != nil { throw .changed(name: name, what: "the image") }
    guard difference.added.isEmpty, difference.removed.isEmpty else {
      throw .changed(name: name, what: "the list of hosts")
    }
    guard difference.others.isEmpty else {
      throw .changed(name: name, what: difference.others.joined(separator: ", "))
    }
  }
}
