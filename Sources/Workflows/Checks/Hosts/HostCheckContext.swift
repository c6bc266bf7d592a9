import RemoteHosts

/// What checks of a machine look at: what was found out before, of it and of the others.
struct HostCheckContext: CheckContext {
  static let firstCheck = "host.reachable"

  /// The machine.
  let host: HostSpecification
  /// The cluster that it is to belong to.
  let specification: ClusterSpecification
  /// What was found on each machine, by address.
  let findings: [String: HostFinding]
  /// The nodes of the cluster, where it stands already; nil before there is one.
  var nodes: ClusterNodes?
  /// What a machine has to have.
  var needs: HostNeeds

  init(
    host: HostSpecification, specification: ClusterSpecification,
    findings: [String: HostFinding], nodes: ClusterNodes? = nil, needs: HostNeeds? = nil
  ) {
    self.host = host
    self.specification = specification
    self.findings = findings
    self.nodes = nodes
    self.needs = needs ?? HostNeeds(specification)
  }

  /// What was found on this one.
  var finding: HostFinding { findings[host.address] ?? .unreached("it was not looked at") }

  /// What is known of this machine, for checks that come after the first.
  var facts: HostFacts {
    get throws {
      guard case .found(let facts, _) = finding else { throw NothingKnown() }
      return facts
    }
  }

  /// What is known of the first master; nil when it was not reached.
  var firstMaster: HostFacts? {
    guard case .found(let facts, _) = findings[specification.firstMaster.address] else {
      return nil
    }
    return facts
  }

  /// What is known of all machines that were reached, in the order of the file.
  var all: [(host: HostSpecification, facts: HostFacts)] {
    specification.hosts.compactMap { host in
      guard case .found(let facts, _) = findings[host.address] else { return nil }
      return (host, facts)
    }
  }

  /// Whether sealer runs on this machine.
  var isFirstMaster: Bool { host.address == specification.firstMaster.address }

  private struct NothingKnown: Error, CustomStringConvertible {
    let description = "nothing is known of the machine"
  }
}

/// What came of looking at a machine.
enum HostFinding: Sendable {
  /// It was logged in to.
  case found(HostFacts, RemotePrivilege)
  /// It was not, for this reason.
  case failed(RemoteHostError)
  /// The same, for a reason that is not the machine's.
  case unreached(String)
}
