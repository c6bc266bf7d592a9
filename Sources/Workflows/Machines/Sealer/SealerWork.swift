import RemoteHosts
import Sealer

/// A piece of work of sealer's that has to succeed once, in as many attempts as it takes: to create a cluster, to let
/// machines join. Every attempt is a detached run of its own. How the latest ended is kept on the machine when its output
/// has been read to the end; as long as it is not there, the next run of mcctl reads that output again.
struct SealerWork: Sendable {
  /// The runs' name without the attempt's number, such as `edge-7-create`.
  let id: String
  /// The file that keeps the latest attempt.
  let record: String
  /// How the latest attempt ended; nil before the first has.
  let latest: Attempt?
  /// Where the run stands of the attempt that is to be made, or is being made.
  let run: JobState

  /// Looks on the machine.
  static func read(
    _ id: String, record: String, on session: RemoteSession
  ) async throws -> SealerWork {
    let latest = try await session.readFile(record).flatMap(Attempt.init)
    let run = try await DetachedJob(
      id: runName(id, number(after: latest)), on: session
    ).state()
    return SealerWork(id: id, record: record, latest: latest, run: run)
  }

  /// How far sealer is with creating a cluster, on its first master.
  static func creation(of site: ClusterSite, on session: RemoteSession) async throws -> SealerWork {
    try await read("\(site.name)-create", record: site.paths.attempt, on: session)
  }

  /// The attempt that is to be made, or is being made; of work that is done, the one that did it.
  var number: Int { Self.number(after: latest) }
  /// The attempt that starts next: after a run that was lost, another one.
  var nextNumber: Int {
    if case .lost = run { return number + 1 }
    return number
  }
  /// Whether an attempt was ever made.
  var isBegun: Bool { latest != nil || run != .absent }
  /// Whether sealer is done.
  var isDone: Bool { latest?.stands ?? false }
  /// Whether a run of sealer is under way, or ended without having been read to the end.
  var isUnderWay: Bool {
    guard !isDone else { return false }
    switch run {
    case .running, .finished: return true
    case .absent, .lost: return false
    }
  }
  /// Whether an attempt has failed, and the next is not begun.
  var hasFailed: Bool {
    guard !isDone, !isUnderWay else { return false }
    if case .lost = run { return true }
    return latest != nil
  }
  /// Whether a failed attempt has left something that stands against the next one.
  var needsCleaning: Bool {
    guard hasFailed else { return false }
    if case .lost = run { return true }
    return latest?.needsCleaning ?? false
  }

  /// The name of the run of an attempt.
  func runName(_ number: Int) -> String { Self.runName(id, number) }

  private static func runName(_ id: String, _ number: Int) -> String { "\(id)-\(number)" }

  private static func number(after latest: Attempt?) -> Int {
    guard let latest else { return 1 }
    return latest.stands ? latest.number : latest.number + 1
  }
}
