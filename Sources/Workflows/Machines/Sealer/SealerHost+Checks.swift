import KubernetesClient
import RemoteHosts
import Sealer

extension SealerHost {
  /// Throws unless the sealer that is wanted is there, or will be installed.
  func checkRelease(_ machine: MachineState) throws(SealerRefusal) {
    guard specification.sealer.binary == nil else { return }
    let wanted = specification.sealer.version.flatMap(SealerRelease.init)
    let label = session.host.label
    guard machine.sealer != nil else { throw .missing(host: label) }
    guard let found = machine.release, found.isKnown else {
      throw .version(
        host: label, found: machine.release?.description ?? "of no version that it tells",
        wanted: wanted?.description ?? "0.8 to 0.11")
    }
    if let wanted, wanted != found {
      throw .version(host: label, found: found.description, wanted: wanted.description)
    }
  }

  /// Throws unless the first master is this cluster's, of this hub, and mcctl has created the cluster to the end.
  ///
  /// - Parameter hub: the UID of the hub's namespace kube-system.
  func checkCreated(_ machine: MachineState, _ creation: SealerWork, hub: String) throws {
    let label = session.host.label
    guard let claim = machine.claim, claim.name == name else {
      throw ChangeRefusal.notCreated(
        name: name, why: "mcctl has no claim for it on \(label)",
        next: "look whether the first master is still the same machine")
    }
    guard claim.hub == hub else {
      throw CreateRefusal.hostTaken(
        host: label, by: "cluster \(claim.name) of another hub (\(claim.hub))")
    }
    guard creation.isDone else {
      throw ChangeRefusal.notCreated(
        name: name, why: "its creation is not through", next: "mcctl create \(name)")
    }
  }

  /// Throws when sealer runs for anything but this change: both would work on the same machines.
  ///
  /// - Parameter runs: the runs that are under way.
  func checkRuns(_ runs: [String], change: ClusterChange) throws(ChangeRefusal) {
    let own = "\(name)-\(change.kind.rawValue)-\(change.number)-"
    let repeatable = ["\(name)-load", "\(name)-scale-clean"]
    let others = runs.filter { !$0.hasPrefix(own) && !repeatable.contains($0) }
    guard !others.isEmpty else { return }
    throw .sealerRuns(host: session.host.label, runs: others, command: site.command)
  }
}
