extension RemoteSession {
  /// Holds a lock on the host while the body runs. A process of this connection holds it (`flock`), so it is gone when
  /// the connection is: nobody has to clean up after a run that was killed.
  ///
  /// - Parameters:
  ///   - name: the lock's name: letters, digits, `-`, `.` and `_`.
  ///   - owner: who holds it, for the error of others.
  /// - Throws: ``RemoteHostError/locked(host:name:owner:)``, what a session throws, and what the body throws.
  func withLock<R: Sendable>(
    _ name: String, owner: String, _ body: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    let (taken, signal) = AsyncStream<Void>.makeStream()
    let (wish, end) = AsyncStream<Void>.makeStream()
    let collected = CollectedOutput(limit: 64 << 10)
    let call = RemoteCall(
      script: RemoteScript(
        script: Self.locking, arguments: [name, owner], environment: [:]))
    return try await withThrowingTaskGroup(of: R?.self) { group in
      group.addTask {
        defer { signal.finish() }
        let exitCode = try await self.perform(call) { _ in
          for await _ in wish {}
        } onOutput: { piece in
          collected.take(piece)
          if case .output = piece { signal.finish() }
        }
        let result = try collected.result(exitCode, host: self.host.label)
        switch exitCode {
        case 0: return nil
        case 75: throw RemoteHostError.locked(host: self.host.label, name: name, owner: result.text)
        default:
          throw RemoteHostError.commandFailed(
            host: self.host.label, what: "take the lock \(name)", exitCode: exitCode,
            stderrTail: result.errorTail)
        }
      }
      group.addTask {
        for await _ in taken {}
        guard
          String(decoding: try collected.result(0, host: "").output, as: UTF8.self)
            .hasPrefix("taken\n")
        else {
          // The other task says why.
          return nil
        }
        defer { end.finish() }
        return try await body()
      }
      defer { group.cancelAll() }
      var outcome: R?
      while let part = try await group.next() { outcome = part ?? outcome }
      guard let outcome else { throw CancellationError() }
      return outcome
    }
  }

  private static let locking = """
    umask 077
    mkdir -p /var/lib/mcctl/locks || exit 1
    lock=/var/lib/mcctl/locks/$1
    exec 9>>"$lock" || exit 1
    flock -n 9 || { cat -- "$lock"; exit 75; }
    printf '%s\\n' "$2" >"$lock"
    echo taken
    cat >/dev/null
    """
}
