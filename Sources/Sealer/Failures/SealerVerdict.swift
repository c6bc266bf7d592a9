/// How a run of sealer ended, by its exit status and what it said.
public struct SealerVerdict: Sendable, Hashable {
  /// What it failed at; nil when it did what it was to do.
  public let failure: SealerFailure?
  /// The line that says so best, redacted; nil when there is none.
  public let evidence: String?
  /// How far it had come; nil when it said nothing of it.
  public let stage: SealerStage?

  /// Judges a run.
  ///
  /// - Parameters:
  ///   - lines: all of its output, plain and redacted.
  ///   - isRemoval: whether it was to take machines or the cluster away.
  public init(exitStatus: Int, lines: [String], isRemoval: Bool = false) {
    var progress = SealerProgress()
    for line in lines { _ = progress.take(line) }
    stage = progress.stage
    if isRemoval, exitStatus == 1, Self.isOnlyMissingRecord(lines) {
      failure = nil
      evidence = nil
      return
    }
    let copy = lines.last { $0.contains("failed to copy local file(") }
    guard exitStatus != 0 || copy != nil else {
      failure = nil
      evidence = nil
      return
    }
    if exitStatus == 0 {
      failure = lines.contains { $0.contains("no space left on device") } ? .diskFull : .copyFailed
      evidence = copy.map(Self.message)
      return
    }
    let found = Self.find(in: lines)
    failure = found?.failure ?? (exitStatus == 2 ? .crash : .unknown)
    evidence = found?.line ?? lines.last { LogLine($0)?.level == .error }.map(Self.message)
  }

  /// The failure whose text stands in the output, and the last line it stands in.
  private static func find(in lines: [String]) -> (failure: SealerFailure, line: String)? {
    for (failure, texts) in SealerFailure.texts {
      let line = lines.last { line in texts.contains { line.contains($0) } && !isHarmless(line) }
      if let line { return (failure, message(line)) }
    }
    return nil
  }

  /// On a first create there is no state yet, which sealer warns of; failures that are configured to be ignored are
  /// none.
  private static func isHarmless(_ line: String) -> Bool {
    line.contains("try to get clusterfile from cluster:")
      || line.contains("this failure has been ignored")
  }

  /// After a create that failed, 0.11 takes everything away and then misses a record of applications.
  private static func isOnlyMissingRecord(_ lines: [String]) -> Bool {
    lines.last { LogLine($0)?.level == .error }?
      .contains("application.json: no such file or directory") ?? false
  }

  private static func message(_ line: String) -> String { LogLine(line)?.message ?? line }
}
