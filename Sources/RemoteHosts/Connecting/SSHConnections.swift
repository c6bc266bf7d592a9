/// The connections of one run of mcctl: the system's OpenSSH, one multiplexed connection to each host, and a private folder that is
/// gone at the end.
public actor SSHConnections {
  private let run: SSHRun
  private var connections: [String: MasterConnection] = [:]
  private var sessions: [String: RemoteSession] = [:]
  /// How many hosts are worked on at a time.
  public nonisolated let parallel: Int

  private init(_ run: SSHRun) {
    self.run = run
    parallel = max(1, run.settings.parallel)
  }

  /// Makes connections possible while the body runs; all are closed at its end, also when it fails or is cancelled.
  ///
  /// - Throws: what the body throws; ``RemoteHostError/localFile(path:reason:)`` when the private folder cannot be made.
  public static func with<R: Sendable>(
    _ settings: SSHSettings, _ body: (SSHConnections) async throws -> R
  ) async throws -> R {
    let connections = SSHConnections(try SSHRun(settings))
    do {
      let result = try await body(connections)
      await connections.end()
      return result
    } catch {
      await connections.end()
      throw error
    }
  }

  /// A session on a host: the one there is, or a new one.
  ///
  /// - Throws: ``RemoteHostError``, `CancellationError`, or what a ``SecretSource`` or ``FirstContact`` throws.
  public func session(_ host: RemoteHost) async throws -> RemoteSession {
    let key = host.connectionName
    if let session = sessions[key] { return session }
    try host.validate()
    let connection = connection(to: host)
    try await connection.ensure()
    let session = try await RemoteSession.opened(host, connection, run)
    sessions[key] = session
    return session
  }

  /// Does something with each of many, some at a time. One that fails does not keep the others.
  ///
  /// - Returns: what became of each, in the order of the input.
  public nonisolated func each<Item: Sendable, R: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> R
  ) async -> [Result<R, any Error>] {
    await withTaskGroup(of: (Int, Result<R, any Error>).self) { group in
      var results = [Result<R, any Error>?](repeating: nil, count: items.count)
      var next = 0
      func addNext() {
        guard next < items.count else { return }
        let (index, item) = (next, items[next])
        next += 1
        group.addTask {
          do { return (index, .success(try await body(item))) } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<parallel { addNext() }
      while let (index, result) = await group.next() {
        results[index] = result
        addNext()
      }
      return results.compactMap(\.self)
    }
  }

  private func connection(to host: RemoteHost) -> MasterConnection {
    var path: [RemoteHost] = []
    var connection: MasterConnection?
    for var hop in host.jump + [host] {
      hop.jump = path
      path.append(hop)
      let via = connection
      let known = connections[hop.connectionName]
      let made =
        known ?? MasterConnection(hop, name: "\(run.nextNumber())", via: via, run: run)
      connections[hop.connectionName] = made
      connection = made
    }
    // The path has at least the host itself.
    return connection ?? MasterConnection(host, name: "\(run.nextNumber())", via: nil, run: run)
  }

  /// Ends all connections, those behind others first.
  private func end() async {
    let behind = connections.values.sorted { $0.host.jump.count > $1.host.jump.count }
    let run = run
    // What was cancelled still has to clean up.
    await Task {
      await withTaskGroup(of: Void.self) { group in
        for connection in behind { group.addTask { await connection.end() } }
      }
      run.end()
    }.value
  }
}
