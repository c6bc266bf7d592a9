/// A command that runs on a host by itself: it goes on when the connection breaks or mcctl ends, and anybody can find it again
/// by its id. The same id never runs twice at a time.
public struct DetachedJob: Sendable {
  /// The job's name on the host.
  public let id: String
  /// Where it runs.
  public let session: RemoteSession
  /// The job's own folder on the host, mode 0700.
  public let directory: String

  /// Names a job; nothing is done yet.
  ///
  /// - Parameters:
  ///   - id: letters, digits, `-`, `.` and `_`.
  ///   - folder: the folder of all jobs.
  public init(id: String, on session: RemoteSession, folder: String = "/var/lib/mcctl/jobs") {
    self.id = id
    self.session = session
    directory = "\(folder)/\(id)"
  }

  /// Starts it, unless it is there already.
  ///
  /// - Parameters:
  ///   - script: a POSIX `sh` script. It is kept in the job's folder, so it must have no secrets.
  ///   - environment: what is added to its environment; kept with the script.
  ///   - again: starts anew what has ended or was lost; the former output is kept as `output.N`.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  func start(
    _ script: String, environment: [String: String] = [:], again: Bool = false
  ) async throws -> JobStart {
    let exports = environment.sorted { $0.key < $1.key }
      .map { "export \($0.key)=\($0.value.shellQuoted)\n" }.joined()
    let command = Array((exports + script + "\n").utf8)
    let result = try await session.check(
      "start the job \(id)", JobScripts.starting,
      arguments: [directory, again ? "again" : "once", "\(command.count)"], input: command,
      timeout: .seconds(60))
    if result.text == "started" { return .started }
    guard result.text.hasPrefix("existing "),
      let state = JobState(String(result.text.dropFirst("existing ".count)))
    else { throw unclear(result) }
    return .existing(state)
  }

  /// Where it stands.
  ///
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func state() async throws -> JobState {
    let result = try await session.check(
      "look at the job \(id)", JobScripts.state, arguments: [directory], timeout: .seconds(60))
    guard let state = JobState(result.text) else { throw unclear(result) }
    return state
  }

  /// A part of what it has written.
  ///
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  public func output(from offset: Int = 0, limit: Int = 16 << 20) async throws -> [UInt8] {
    let result = try await session.run(
      JobScripts.reading, arguments: [directory, "\(offset)", "\(limit)"], outputLimit: limit)
    guard result.exitCode == 0 else {
      throw RemoteHostError.file(
        host: session.host.label, path: "\(directory)/output",
        reason: result.exitCode == 44 ? "there is none" : result.errorTail)
    }
    return result.output
  }

  /// Ends it, with everything it started in its session: SIGTERM, then SIGKILL.
  ///
  /// - Returns: where it stands then.
  /// - Throws: ``RemoteHostError``, `CancellationError`.
  @discardableResult
  func cancel(grace: Duration = .seconds(10)) async throws -> JobState {
    let tenths = Int(grace / .milliseconds(100))
    try await session.check(
      "end the job \(id)", JobScripts.cancelling, arguments: [directory, "\(tenths)"],
      timeout: grace + .seconds(60))
    return try await state()
  }

  /// Takes its folder away.
  ///
  /// - Throws: ``RemoteHostError/jobConflict(host:id:reason:)`` while it runs, and what a session throws.
  func remove() async throws {
    let result = try await session.run(
      JobScripts.removing, arguments: [directory], timeout: .seconds(60))
    switch result.exitCode {
    case 0: return
    case 75:
      throw RemoteHostError.jobConflict(host: session.host.label, id: id, reason: "it runs")
    default:
      throw RemoteHostError.commandFailed(
        host: session.host.label, what: "remove the job \(id)", exitCode: result.exitCode,
        stderrTail: result.errorTail)
    }
  }

  private func unclear(_ result: RemoteResult) -> RemoteHostError {
    .jobConflict(host: session.host.label, id: id, reason: "the host says \"\(result.text)\"")
  }
}
