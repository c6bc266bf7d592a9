public import KubernetesClient
import RemoteHosts

/// The way to the API server of a cluster that stands: by the administrator's kubeconfig on any of its masters that is
/// there, and any address that answers from here.
struct AdminConnection: Sendable {
  let site: ClusterSite
  /// Addresses of machines that are gone: nothing is tried there.
  let lostHosts: Set<String>

  /// No master that is there has a kubeconfig, or no address of the API server answers.
  struct Unreached: Error {
    let reason: String
  }

  /// No master that was reached has a kubeconfig, and this one was not reached.
  struct Absent: Error {
    let host: HostSpecification
    let error: RemoteHostError
  }

  /// Looks for it.
  ///
  /// - Throws: ``Unreached``, ``Absent``; what logging in throws beside that nobody answers.
  func find() async throws -> ConnectionConfig {
    guard let kubeconfig = try await kubeconfig() else {
      throw Unreached(reason: "no master that is there has \(MachinePaths.adminKubeconfig)")
    }
    switch try await AdminAccess(site, without: lostHosts).find(kubeconfig) {
    case .found(let config): return config
    case .none(let failures): throw Unreached(reason: AdminAccess.reason(failures))
    }
  }

  /// The kubeconfig on the first master that has one. A master that does not answer does not keep the others from being
  /// asked; one that is not who it should be, or lets nobody in, ends it.
  private func kubeconfig() async throws -> ConnectionConfig? {
    let machines = site.machines
    var absent: Absent?
    for host in machines.specification.masters where !lostHosts.contains(host.address) {
      do {
        let session = try await machines.session(host)
        if let config = try await session.adminKubeconfig(machines.inputs) { return config }
      } catch let error as RemoteHostError where error.isAbsence {
        absent = absent ?? Absent(host: host, error: error)
      }
    }
    if let absent { throw absent }
    return nil
  }
}

extension ClusterSite {
  /// The way to the API server of a cluster that stands, as its administrator. It holds secrets.
  ///
  /// - Throws: `create.endpoint-unreachable` when no master has a kubeconfig, or no address answers; what logging in throws.
  public func administrator() async throws(WorkflowError) -> ConnectionConfig {
    do {
      return try await AdminConnection(site: self, lostHosts: []).find()
    } catch let error as AdminConnection.Unreached {
      throw WorkflowError(
        mapping: EndpointUnreachable(name: name, reason: error.reason, command: command))
    } catch let absent as AdminConnection.Absent {
      throw WorkflowError(absent.error)
    } catch {
      throw WorkflowError(mapping: error)
    }
  }
}

extension RemoteSession {
  /// The administrator's kubeconfig on a master; nil when there is none.
  func adminKubeconfig(_ inputs: FleetInputs) async throws -> ConnectionConfig? {
    let path = MachinePaths.adminKubeconfig
    guard let bytes = try await readFile(path) else { return nil }
    return try Kubeconfig.fromText(
      String(decoding: bytes, as: UTF8.self), source: "\(host.label):\(path)",
      environment: inputs.environment
    ).resolve(context: nil)
  }
}

extension RemoteHostError {
  /// Nobody answered at all, as when the machine is off.
  var isAbsence: Bool {
    switch self {
    case .unreachable, .refused, .timedOut(_, .connecting, _), .sshFailed, .nameNotResolved: true
    default: false
    }
  }
}
