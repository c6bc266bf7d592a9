public import KubernetesClient
import RemoteHosts

/// The way to a cluster that mcctl has created, by the administrator's kubeconfig on its masters.
public struct AdminConnection: Sendable {
  private let site: ClusterSite
  private let lostHosts: Set<String>

  private var machines: Machines { site.machines }

  /// Prepares to look.
  ///
  /// - Parameter lostHosts: addresses of machines that are gone.
  public init(_ site: ClusterSite, lostHosts: Set<String>) {
    self.site = site
    self.lostHosts = lostHosts
  }

  /// Reads the kubeconfig on the first master that has one, and tries the addresses of the API server from here.
  ///
  /// - Throws: `delete.cluster-unreachable` when no master has one, or no address answers; what logging in throws.
  public func find() async throws(WorkflowError) -> ConnectionConfig {
    do {
      guard let kubeconfig = try await kubeconfig() else {
        throw DestroyRefusal.unreachable(
          name: site.name, reason: "no master that is there has \(MachinePaths.adminKubeconfig)")
      }
      let access = AdminAccess(specification: site.specification, connect: site.connect)
      switch try await access.find(kubeconfig) {
      case .found(let config): return config
      case .none(let failures):
        let reasons = failures.map { "\($0.server): \($0.reason)" }
        throw DestroyRefusal.unreachable(name: site.name, reason: reasons.joined(separator: "; "))
      }
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func kubeconfig() async throws -> ConnectionConfig? {
    let path = MachinePaths.adminKubeconfig
    for host in machines.specification.masters where !lostHosts.contains(host.address) {
      let session = try await machines.present(host)
      guard let bytes = try await session.readFile(path) else { continue }
      return try Kubeconfig.fromText(
        String(decoding: bytes, as: UTF8.self), source: "\(session.host.label):\(path)",
        environment: machines.inputs.environment
      ).resolve(context: nil)
    }
    return nil
  }
}

extension Machines {
  /// A machine that has to be there, logged in to. When it is not reached, the error says what to do if it is gone.
  func present(_ host: HostSpecification) async throws -> RemoteSession {
    do {
      return try await session(host)
    } catch let error as RemoteHostError where error.isAbsence {
      var failure = WorkflowError(error)
      failure.next.append("if the machine is gone for good: --lost-hosts \(host.address)")
      throw failure
    }
  }
}

extension RemoteHostError {
  /// Nobody answered at all, as when the machine is off.
  fileprivate var isAbsence: Bool {
    switch self {
    case .unreachable, .refused, .timedOut(_, .connecting, _), .sshFailed, .nameNotResolved: true
    default: false
    }
  }
}
