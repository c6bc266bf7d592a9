public import KubernetesClient
import RemoteHosts

extension ClusterSite {
  /// The way to the API server of a cluster that is to be destroyed, whose agent goes first. It holds secrets.
  ///
  /// - Parameter lostHosts: addresses of machines that are gone.
  /// - Throws: `delete.cluster-unreachable` when no master has a kubeconfig, or no address answers; what logging in throws.
  public func administratorForDestroying(
    without lostHosts: Set<String>
  ) async throws(WorkflowError) -> ConnectionConfig {
    do {
      return try await AdminConnection(site: self, lostHosts: lostHosts).find()
    } catch let error as AdminConnection.Unreached {
      throw WorkflowError(
        mapping: DestroyRefusal.unreachable(name: name, reason: error.reason))
    } catch let absent as AdminConnection.Absent {
      throw absent.error.advisingLoss(of: absent.host)
    } catch {
      throw WorkflowError(mapping: error)
    }
  }
}

extension Machines {
  /// A machine that has to be there, logged in to. When it is not reached, the error says what to do if it is gone.
  func present(_ host: HostSpecification) async throws -> RemoteSession {
    do {
      return try await session(host)
    } catch let error as RemoteHostError where error.isAbsence {
      throw error.advisingLoss(of: host)
    }
  }
}

extension RemoteHostError {
  /// The error with what to do when the machine is gone.
  fileprivate func advisingLoss(of host: HostSpecification) -> WorkflowError {
    var failure = WorkflowError(self)
    failure.next.append("if the machine is gone for good: --lost-hosts \(host.address)")
    return failure
  }
}
