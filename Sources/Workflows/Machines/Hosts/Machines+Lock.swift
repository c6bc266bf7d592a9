@_spi(HostWriteGrant) import RemoteHosts

extension Machines {
  /// Runs something while nobody else works on the first master with mcctl. Another run is refused at once; the lock ends
  /// with this run's connection, however that ends. When the connection is lost, the whole is done again, which finds
  /// what has been done: everything here converges.
  ///
  /// - Parameters:
  ///   - purpose: what is told to whoever is refused.
  ///   - lost: is told of a lost connection.
  public func exclusively<R: Sendable>(
    _ purpose: String, lost: @Sendable (String) -> Void,
    _ body: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    let user = inputs.environment["USER"] ?? inputs.environment["LOGNAME"] ?? "somebody"
    for pause in [1, 2, 5, 10, 20, 30] {
      do {
        return try await first().withLock(
          "sealer", owner: "mcctl \(purpose) of \(user)", by: HostWriteGrant(), body)
      } catch {
        guard Self.isLoss(error) else { throw error }
        lost(
          "the connection to \(specification.firstMaster.address) was lost; going on in \(pause)s")
        try await Task.sleep(for: .seconds(pause))
      }
    }
    return try await first().withLock(
      "sealer", owner: "mcctl \(purpose) of \(user)", by: HostWriteGrant(), body)
  }

  private static func isLoss(_ error: any Error) -> Bool {
    if case .connectionLost? = error as? RemoteHostError { return true }
    return (error as? WorkflowError)?.id == .sshConnectionLost
  }
}
