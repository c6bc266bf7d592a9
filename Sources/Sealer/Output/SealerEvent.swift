/// What one line of sealer's output says.
public enum SealerEvent: Sendable, Hashable {
  /// It came further.
  case stage(SealerStage)
  /// Something worth telling happened within the stage: a file copied, a machine joined.
  case progress(String)
  /// It warns.
  case warning(String)
  /// It failed, or something failed that it goes on after.
  case error(String)
}

/// Reads sealer's output line by line. Lines have to be redacted before.
public struct SealerProgress: Sendable {
  /// How far it has come; nil before it said anything.
  public private(set) var stage: SealerStage?
  private var lastCopy: String?

  /// Starts with nothing said.
  public init() {}

  /// What a line says; nil for noise.
  public mutating func take(_ line: String) -> SealerEvent? {
    let log = LogLine(line)
    switch log?.level {
    case .error: return .error(log?.message ?? line)
    case .warning: return .warning(log?.message ?? line)
    default: break
    }
    let text = log?.message ?? line
    if let copy = copyProgress(text) { return copy }
    if let joined = joined(text) { return joined }
    guard let next = SealerStage(line: text), next != stage else { return nil }
    if let stage, next < stage { return nil }
    stage = next
    return .stage(next)
  }

  /// `[copying files to 10.0.0.21] 94% [===> ] (18/19, 6 it/s)`; each tenth is told once.
  private mutating func copyProgress(_ text: String) -> SealerEvent? {
    guard let start = text.firstRange(of: "[copying files to "),
      let end = text[start.upperBound...].firstIndex(of: "]")
    else { return nil }
    let host = text[start.upperBound..<end]
    let digits = text[end...].drop { !$0.isNumber }.prefix(while: \.isNumber)
    guard let percent = Int(digits), percent <= 100 else { return nil }
    let told = "\(host) \(percent / 10)"
    guard told != lastCopy else { return nil }
    lastCopy = told
    if stage.map({ $0 < .copy }) ?? true { stage = .copy }
    return .progress("copying files to \(host): \(percent)%")
  }

  private func joined(_ text: String) -> SealerEvent? {
    for start in ["succeeded in joining ", "succeeded in deleting "] {
      if text.hasPrefix(start) { return .progress(text) }
    }
    return nil
  }
}
