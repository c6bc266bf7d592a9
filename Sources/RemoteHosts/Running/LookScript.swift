/// A POSIX `sh` script that only looks at a host. Its text is fixed when the program is built, and a test reads all of them for
/// commands that change something.
public struct LookScript: Sendable {
  let text: String

  /// Writes down a script that changes nothing.
  public init(_ text: StaticString) {
    self.text = "\(text)"
  }

  private init(joined text: String) {
    self.text = text
  }

  /// One script after the other, in one shell.
  public static func + (first: LookScript, second: LookScript) -> LookScript {
    LookScript(joined: first.text + second.text)
  }
}

extension RemoteSession {
  /// Looks at the host.
  ///
  /// - Parameters:
  ///   - arguments: `$1`, `$2`, …
  ///   - asRoot: whether it runs as root, by `sudo` when the user is somebody else.
  ///   - idleTimeout: the longest time without output; the settings' own when nil.
  ///   - timeout: the longest time in all.
  ///   - onOutput: gets the output as it comes.
  /// - Returns: the output and the exit status, whatever it is.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func tryLook(
    _ script: LookScript, arguments: [String] = [], asRoot: Bool = true,
    idleTimeout: Duration? = nil, timeout: Duration? = nil,
    onOutput: (@Sendable (RemoteOutput) -> Void)? = nil
  ) async throws -> RemoteResult {
    try await run(
      script.text, arguments: arguments, asRoot: asRoot, idleTimeout: idleTimeout,
      timeout: timeout, onOutput: onOutput)
  }

  /// As ``tryLook(_:arguments:asRoot:idleTimeout:timeout:onOutput:)``, and an exit status other than 0 is an error.
  ///
  /// - Parameter what: what the script does, for the error: `cannot WHAT`.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func look(
    _ what: String, _ script: LookScript, arguments: [String] = [], asRoot: Bool = true,
    idleTimeout: Duration? = nil, timeout: Duration? = nil,
    onOutput: (@Sendable (RemoteOutput) -> Void)? = nil
  ) async throws -> RemoteResult {
    try await check(
      what, script.text, arguments: arguments, asRoot: asRoot, idleTimeout: idleTimeout,
      timeout: timeout, onOutput: onOutput)
  }
}
