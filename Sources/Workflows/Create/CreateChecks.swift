import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Sealer

/// What stands against creating a cluster here, looked at before anything is changed.
struct CreateChecks {
  let request: CreateRequest
  let situation: CreateSituation

  private var host: String { situation.session.host.label }
  private var specification: ClusterSpecification { request.specification }

  /// Throws the first thing that stands against it.
  func run() throws {
    try checkName()
    try checkClaims()
    try checkSealer()
    try checkSame()
  }

  private func checkName() throws(CreateRefusal) {
    guard situation.record != nil, situation.origin == nil, situation.machine.claim == nil else {
      return
    }
    throw .nameTaken(name: request.name)
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

  private func checkSealer() throws(CreateRefusal) {
    let wanted = specification.sealer.version.flatMap(SealerRelease.init)
    guard !situation.isCreated, specification.sealer.binary == nil else { return }
    guard situation.machine.sealer != nil else { throw .sealerMissing(host: host) }
    guard let found = situation.machine.release, found.isKnown else {
      throw .sealerVersion(
        host: host, found: situation.machine.release?.description ?? "of no version that it tells",
        wanted: wanted?.description ?? "0.8 to 0.11")
    }
    if let wanted, wanted != found {
      throw .sealerVersion(host: host, found: found.description, wanted: wanted.description)
    }
  }

  /// What a cluster was made of is changed by scaling and upgrading it.
  private func checkSame() throws(CreateRefusal) {
    guard situation.isCreated, let origin = situation.origin,
      let former = try? origin.specification(request.name)
    else { return }
    if former.image.name != specification.image.name {
      throw .changed(name: request.name, what: "the image")
    }
    if former.hosts.map(\.address) != specification.hosts.map(\.address) {
      throw .changed(name: request.name, what: "the list of hosts")
    }
  }
}
