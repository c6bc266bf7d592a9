/// What may change the host, for whoever has the right to.
extension RemoteSession {
  /// Runs a POSIX `sh` script. Text, arguments and environment travel in standard input, so nothing of them is in a list of
  /// processes. Cancelling ends the script on the host too.
  ///
  /// - Parameters:
  ///   - arguments: `$1`, `$2`, …
  ///   - asRoot: whether it runs as root, by `sudo` when the user is somebody else.
  ///   - timeout: the longest time in all.
  ///   - grant: the right to change the host.
  /// - Returns: the output and the exit status, whatever it is.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func run(
    _ script: String, arguments: [String] = [], asRoot: Bool = true, timeout: Duration? = nil,
    by grant: HostWriteGrant
  ) async throws -> RemoteResult {
    try await run(script, arguments: arguments, asRoot: asRoot, timeout: timeout)
  }

  /// As ``run(_:arguments:asRoot:timeout:by:)``, and an exit status other than 0 is an error.
  ///
  /// - Parameter what: what the script does, for the error: `cannot WHAT`.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  @discardableResult
  public func check(
    _ what: String, _ script: String, arguments: [String] = [], asRoot: Bool = true,
    timeout: Duration? = nil, by grant: HostWriteGrant
  ) async throws -> RemoteResult {
    try await check(what, script, arguments: arguments, asRoot: asRoot, timeout: timeout)
  }

  /// Writes a file so that nobody ever sees half of it: a temporary one, `sync`, `mv`. Folders that are missing are
  /// made with mode 0700.
  ///
  /// - Parameters:
  ///   - mode: as `chmod` takes it.
  ///   - grant: the right to change the host.
  /// - Throws: ``RemoteHostError/file(host:path:reason:)`` and what a session throws.
  public func writeFile(
    _ bytes: [UInt8], to path: String, mode: String = "0600", by grant: HostWriteGrant
  ) async throws {
    try await writeFile(bytes, to: path, mode: mode)
  }

  /// Takes a file away, if it is there.
  ///
  /// - Throws: ``RemoteHostError/file(host:path:reason:)`` and what a session throws.
  public func removeFile(_ path: String, by grant: HostWriteGrant) async throws {
    try await removeFile(path)
  }

  /// Copies a file to the host. What arrives is kept beside the target until it is whole, so that a copy that was cut off goes on
  /// where it stopped; SHA-256 decides whether it is right, and only then it is moved into place.
  ///
  /// - Parameters:
  ///   - path: the target's absolute path.
  ///   - mode: as `chmod` takes it.
  ///   - grant: the right to change the host.
  ///   - progress: is told how far it is, about every megabyte.
  /// - Throws: ``RemoteHostError/noSpace(host:path:needed:free:)``,
  ///   ``RemoteHostError/checksum(host:path:expected:actual:)``, ``RemoteHostError/file(host:path:reason:)`` and what a
  ///   session throws.
  public func copy(
    _ file: LocalFile, to path: String, mode: String = "0600", by grant: HostWriteGrant,
    progress: (@Sendable (CopyProgress) -> Void)? = nil
  ) async throws -> CopyOutcome {
    try await copy(file, to: path, mode: mode, progress: progress)
  }

  /// Holds a lock on the host while the body runs. A process of this connection holds it (`flock`), so it is gone when
  /// the connection is: nobody has to clean up after a run that was killed.
  ///
  /// - Parameters:
  ///   - name: the lock's name: letters, digits, `-`, `.` and `_`.
  ///   - owner: who holds it, for the error of others.
  ///   - grant: the right to change the host.
  /// - Throws: ``RemoteHostError/locked(host:name:owner:)``, what a session throws, and what the body throws.
  public func withLock<R: Sendable>(
    _ name: String, owner: String, by grant: HostWriteGrant,
    _ body: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    try await withLock(name, owner: owner, body)
  }
}

extension DetachedJob {
  /// Starts it, unless it is there already.
  ///
  /// - Parameters:
  ///   - script: a POSIX `sh` script. It is kept in the job's folder, so it must have no secrets.
  ///   - grant: the right to change the host.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func start(_ script: String, by grant: HostWriteGrant) async throws -> JobStart {
    try await start(script)
  }

  /// Ends it, with everything it started in its session: SIGTERM, then SIGKILL.
  ///
  /// - Returns: where it stands then.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  @discardableResult
  public func cancel(by grant: HostWriteGrant) async throws -> JobState { try await cancel() }

  /// Takes its folder away.
  ///
  /// - Throws: ``RemoteHostError/jobConflict(host:id:reason:)`` while it runs, and what a session throws.
  public func remove(by grant: HostWriteGrant) async throws { try await remove() }
}
