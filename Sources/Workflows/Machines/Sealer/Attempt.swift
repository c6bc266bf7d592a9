import Documents
import Sealer

/// How an attempt of ``SealerWork`` ended.
struct Attempt: Sendable, Hashable {
  /// 1 for the first.
  let number: Int
  /// What it failed at, as `SealerFailure` names it; nil when it succeeded.
  let failure: String?
  /// Whether the machines have to be cleaned before the next one.
  let needsCleaning: Bool

  init(number: Int, failure: String?, needsCleaning: Bool) {
    self.number = number
    self.failure = failure
    self.needsCleaning = needsCleaning
  }

  /// Judges a run that has ended.
  init(number: Int, _ ended: SealerRun.Ended) {
    let changed = ended.verdict.stage?.changesHosts ?? false
    self.init(
      number: number, failure: ended.failure?.rawValue,
      needsCleaning: ended.failure.map { ended.isLost || changed || $0.needsCleaning } ?? false)
  }

  /// Reads the file; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.decode(bytes), let number = value["attempt"]?.int else {
      return nil
    }
    self.init(
      number: number, failure: value["failure"]?.string,
      needsCleaning: value["needsCleaning"]?.bool ?? true)
  }

  /// The file.
  var bytes: [UInt8] {
    var value: Value = ["attempt": .integer(number), "needsCleaning": .bool(needsCleaning)]
    value["failure"] = failure.map(Value.string)
    return Array(JSON.text(value).utf8)
  }

  /// Whether the work is done: sealer succeeded, or only the image's last check of the cluster did not pass.
  var stands: Bool {
    guard let failure else { return true }
    return SealerFailure(rawValue: failure)?.leavesWorkingCluster ?? false
  }
}
